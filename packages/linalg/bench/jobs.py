"""The NumPy and SciPy side of the benchmarks: reads a JSON request a line, times itself, answers with a line."""

import json
import sys
from time import perf_counter

import numpy as np
import scipy
import scipy.linalg
from scipy.sparse.linalg import eigsh
from scipy.special import erf

rng = np.random.default_rng(7)
normal = rng.standard_normal


def wigner(n):
    G = normal((n, n))
    return (G + G.T) / np.sqrt(2 * n)


def dgemm(n):
    A, B = normal((n, n)), normal((n, n))
    return lambda: A @ B


def sgemm(n):
    A, B = normal((n, n), dtype=np.float32), normal((n, n), dtype=np.float32)
    return lambda: A @ B


def weighted_gram(n, d):
    X, w = normal((n, d)), normal(n)
    return lambda: X.T @ (X * w[:, None])


def gemv(n):
    A, x = normal((n, n)), normal(n)
    return lambda: A @ x


def cholesky(n):
    X = normal((2 * n, n))
    A = X.T @ X / n
    return lambda: np.linalg.cholesky(A)


def eigenvalues(n):
    A = wigner(n)
    return lambda: np.linalg.eigvalsh(A)


def eigh(n):
    A = wigner(n)
    return lambda: np.linalg.eigh(A)


def top_eigenpairs(n, k):
    spikes = np.linspace(2, 6.5, k)
    U = np.linalg.qr(normal((n, k)))[0]
    A = wigner(n) + (U * spikes) @ U.T
    return lambda: eigsh(A, k=k, which="LA", tol=1e-8)


def normals(n):
    generator = np.random.Generator(np.random.SFC64(7))
    out = np.empty(n)
    return lambda: generator.standard_normal(out=out)


def normals_philox(n):
    generator = np.random.Generator(np.random.Philox(7))
    out = np.empty(n)
    return lambda: generator.standard_normal(out=out)


def normals_single(n):
    generator = np.random.Generator(np.random.SFC64(7))
    out = np.empty(n, dtype=np.float32)
    return lambda: generator.standard_normal(out=out, dtype=np.float32)


def tanh_map(n):
    x = normal(n)
    return lambda: np.tanh(x)


def erf_map(n):
    x = normal(n)
    return lambda: erf(x)


def hermite_series(n, degree):
    """sum_k c_k h_k(x), h_k orthonormal under N(0, 1), by the recurrence of Clenshaw over whole arrays."""
    x, c = normal(n), normal(degree + 1)

    def run():
        high, low = np.zeros(n), np.full(n, c[degree])
        for k in range(degree - 1, -1, -1):
            high, low = low, c[k] + x / np.sqrt(k + 1) * low - np.sqrt((k + 1) / (k + 2)) * high
        return low

    return run


def tensor_first(n):
    T, u = normal((n, n, n)), normal(n)
    M = T.reshape(n, n * n)
    return lambda: u @ M


def tensor_all(n):
    T, u, v, w = normal((n, n, n)), normal(n), normal(n), normal(n)
    M = T.reshape(n, n * n)

    def run():
        S = (u @ M).reshape(n, n)
        return (T @ w) @ v, S @ w, v @ S

    return run


def versions():
    libraries = {"NumPy": np.__version__, "SciPy": scipy.__version__, "Python": sys.version.split()[0]}
    try:
        blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        libraries["BLAS of NumPy"] = f"{blas['name']} {blas['version']}"
    except (KeyError, TypeError):
        pass
    return libraries


def main():
    run = None
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "versions":
            answer = versions()
        elif request["do"] == "prepare":
            run = None
            run = globals()[request["call"]](*request["args"])
            start = perf_counter()
            run()
            answer = perf_counter() - start
        else:
            start = perf_counter()
            for _ in range(request["repeats"]):
                run()
            answer = (perf_counter() - start) / request["repeats"]
        print(json.dumps(answer), flush=True)


main()
