"""The frame of a Python peer: reads a JSON request a line, makes the data of a job, times it, answers with a line."""

import json
import sys
from time import perf_counter

import numpy as np


def serve(jobs, **libraries):
    """Answers until the input ends. A job is a function of `jobs` that makes its data and returns what is timed."""
    run = None
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "versions":
            answer = versions(libraries)
        elif request["do"] == "prepare":
            run = None
            run = jobs[request["call"]](*request["args"])
            answer = timed(run, 1)
        else:
            answer = timed(run, request["repeats"])
        print(json.dumps(answer), flush=True)


def timed(run, repeats):
    """Mean seconds of `repeats` runs."""
    start = perf_counter()
    for _ in range(repeats):
        run()
    return (perf_counter() - start) / repeats


def versions(libraries):
    """Python, NumPy with its BLAS, and the further libraries of a script."""
    found = {"NumPy": np.__version__, **libraries, "Python": sys.version.split()[0]}
    try:
        blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        found["BLAS of NumPy"] = f"{blas['name']} {blas['version']}"
    except (KeyError, TypeError):
        pass
    return found
