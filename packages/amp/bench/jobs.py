"""The NumPy side of the benchmarks of amp; `peer` is the frame in `tooling/src/bench`.

Sweeps as plain NumPy does them: every contraction of the tensor is a pass of its own, by BLAS over the flat array.
"""

import numpy as np
from peer import serve

rng = np.random.default_rng(7)


def eta(A, B):
    return B / (1 + A), 1 / (1 + A)


def unit(n):
    w = rng.standard_normal(n)
    return w * np.sqrt(n) / np.linalg.norm(w)


def contract(T, slot, w):
    n = T.shape
    if slot == 0:
        return (T.reshape(n[0] * n[1], n[2]) @ w[2]).reshape(n[0], n[1]) @ w[1]
    if slot == 1:
        return w[0] @ (T.reshape(n[0] * n[1], n[2]) @ w[2]).reshape(n[0], n[1])
    return w[1] @ (w[0] @ T.reshape(n[0], n[1] * n[2])).reshape(n[1], n[2])


def multi_modal(n):
    """Sequential sweeps of Bayes-AMP, u, v, x, y in turn, on one matrix and one tensor that share u."""
    Dm, Dt = 0.6, 0.2
    truth = [unit(n) for _ in range(4)]
    Y = np.sqrt(Dm) * rng.standard_normal((n, n)) + np.outer(truth[0], truth[1]) / np.sqrt(n)
    T = np.sqrt(Dt) * rng.standard_normal((n, n, n)) + np.einsum("i,j,k->ijk", truth[0], truth[2], truth[3]) / n
    channels = [(Dm, (0, 1), Y), (Dt, (0, 2, 3), T)]
    w = [rng.standard_normal(n) for _ in range(4)]
    sigma = [0.0] * 4
    read = [[np.zeros(n) for _ in range(4)] for _ in range(4)]

    def update(a):
        A, B = 0.0, np.zeros(n)
        for variance, factors, data in channels:
            if a not in factors:
                continue
            own = [w[b] for b in factors]
            slot = factors.index(a)
            field = contract(data, slot, own) if data.ndim == 3 else (data @ own[1] if slot == 0 else own[0] @ data)
            B += field / (variance * n ** ((len(factors) - 1) / 2))
            others = [b for b in factors if b != a]
            A += np.prod([np.mean(w[b] ** 2) for b in others]) / variance
            for b in others:
                c = sigma[b] * np.prod([np.mean(w[d] * read[b][d]) for d in others if d != b])
                B -= c / variance * read[b][a]
        read[a] = list(w)
        w[a], sigma[a] = eta(A, B)

    def sweep():
        for a in range(4):
            update(a)

    return sweep


def wigner(n):
    """Sweeps of Bayes-AMP on a spiked Wigner matrix in f64, by Y @ x."""
    D = 0.5
    x = unit(n)
    Y = rng.standard_normal((n, n))
    Y = np.sqrt(D) * (np.triu(Y, 1) + np.triu(Y, 1).T) + np.outer(x, x) / np.sqrt(n)
    np.fill_diagonal(Y, 0)
    state = [rng.standard_normal(n), np.zeros(n), 0.0]

    def sweep():
        w, old, sigma = state
        B = Y @ w / (D * np.sqrt(n)) - sigma / D * old
        mean, variance = eta(np.mean(w * w) / D, B)
        state[:] = [mean, w, variance]

    return sweep


serve(globals())
