"""The NumPy and SciPy side of the benchmarks; `peer` is the frame in `tooling/src/bench`."""

import numpy as np
import scipy
import scipy.linalg
from peer import serve
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


def qr(m, n):
    A = normal((m, n))
    return lambda: np.linalg.qr(A)


def svd(m, n):
    A = normal((m, n))
    return lambda: np.linalg.svd(A, full_matrices=False)


def singular_values(m, n):
    A = normal((m, n))
    return lambda: np.linalg.svd(A, compute_uv=False)


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


def tensor_sweep(n):
    """The tensor's contractions in a sequential sweep: u, then x with the new u, then y with both."""
    T = normal((n, n, n))
    x, y = normal(n), normal(n)
    rows, slices = T.reshape(n * n, n), T.reshape(n, n * n)

    def run():
        nonlocal x, y
        u = np.tanh((rows @ y).reshape(n, n) @ x)
        x = np.tanh(u @ (rows @ y).reshape(n, n))
        y = np.tanh(x @ (u @ slices).reshape(n, n))

    return run


def wigner_product(n):
    Y, x = wigner(n), normal(n)
    return lambda: Y @ x


def hermite_pairs(X, out):
    """h_2(x_i) and x_i x_j, j > i, of the rows of X, in lexicographic order."""
    at = 0
    for i in range(X.shape[1]):
        width = X.shape[1] - i
        np.multiply(X[:, i:], X[:, i : i + 1], out=out[:, at : at + width])
        out[:, at] -= 1
        out[:, at] *= np.sqrt(0.5)
        at += width


def hermite_triples(X, out):
    """h_3(x_i), h_2(x_i) x_j, x_i h_2(x_j) and x_i x_j x_k of the rows of X, in lexicographic order."""
    d = X.shape[1]
    second = (X * X - 1) * np.sqrt(0.5)
    at = 0
    for i in range(d):
        out[:, at] = X[:, i] * (X[:, i] ** 2 - 3) / np.sqrt(6)
        np.multiply(second[:, i : i + 1], X[:, i + 1 :], out=out[:, at + 1 : at + d - i])
        at += d - i
        for j in range(i + 1, d):
            out[:, at] = X[:, i] * second[:, j]
            pair = X[:, i : i + 1] * X[:, j : j + 1]
            np.multiply(pair, X[:, j + 1 :], out=out[:, at + 1 : at + d - j])
            at += d - j


def hermite_pass(order, n, d, p):
    """sum_mu w_mu z_mu (z_mu^T V) / n, the features z made batch by batch; 256 samples a batch are the fastest here."""
    features = hermite_pairs if order == 2 else hermite_triples
    m = d * (d + 1) // 2 if order == 2 else d * (d + 1) * (d + 2) // 6
    batch = 256
    X, w, V = normal((n, d)), normal(n), normal((m, p))
    Z = np.empty((batch, m))

    def run():
        out = np.zeros((m, p))
        for start in range(0, n, batch):
            x = X[start : start + batch]
            z = Z[: len(x)]
            features(x, z)
            out += z.T @ (w[start : start + batch, None] * (z @ V))
        return out / n

    return run


serve(globals(), SciPy=scipy.__version__)
