"""Logistic regression with an L2 penalty, by Newton's method."""

from __future__ import annotations

import os
from typing import Any

# On matrices of this size threads mostly wait for each other: five times the work. To be set before the import.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np

NOISE = 0.02
"""How far weights may differ between machines, whose libraries add in another order."""


def newton(x: Any, truth: Any, weight: Any, ridge: Any, start: Any) -> Any:
    """The coefficients of the columns of ``x``: rows by ``weight``, columns held to 0 by ``ridge``, from ``start`` on."""
    beta = start
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (p - truth)) + ridge * beta
        h = weight * np.maximum(p * (1 - p), 1e-6)
        weighted = x * np.sqrt(h)[:, None]  # the product with itself costs half that of two matrices
        step = np.linalg.solve(weighted.T @ weighted + np.diag(ridge), gradient)
        beta = beta - step * min(1.0, 2.0 / np.abs(step).max())
        if np.abs(step).max() < 1e-4:
            break
    return beta
