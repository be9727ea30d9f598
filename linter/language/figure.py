"""A figure: a number in prose with its unit, its bounds and the part it plays."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

CLAIM = "claim"
"""The role of a figure that states something; every other role says why a figure is no claim."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity read from text.

    ``start`` and ``end`` are character offsets in that text, of the number with its unit; ``lead``
    is where its qualifier begins. ``value``, ``low`` and ``high`` are in ``unit``; a range has the
    latter two. ``size`` turns one of ``unit`` into base units of ``dimension``:

    ========== =====================================================
    proportion 1 is everything: percents, ratios, 'half of'
    count      things and people
    number     bare numbers: scores, ratios of risks
    time       seconds
    points     percentage points, in hundredths
    multiple   times: twice, threefold
    money      the currency named by ``unit``
    others     as in units.txt; compounds such as ``mass/volume``
    ========== =====================================================
    """

    start: int
    end: int
    kind: str
    dimension: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str = ""
    size: Fraction = Fraction(1)
    qualifier: str = "exact"
    lead: int = -1
    role: str = CLAIM
    base: int = 0
    """The N of '1 in N' and 'per N'; 0 for other forms."""
    second: Fraction | None = None
    """The lower figure of a pair such as 120/80 mm Hg or 49/51 mg."""
    hedged: bool = False
    """True where the copy marks it as an estimate, whatever its bounds."""
    decimals: int = 0
    margin: Fraction | None = None
    """What follows '±', in ``unit``."""

    bounds: tuple[Fraction, Fraction] = field(init=False, repr=False, compare=False)
    """Lowest and highest value in base units; equal for a point."""

    def __post_init__(self) -> None:
        # Read far more often than figures are made, and fractions are slow to multiply.
        object.__setattr__(self, "bounds", self._bounds())

    def _bounds(self) -> tuple[Fraction, Fraction]:
        if self.low is not None and self.high is not None:
            ends = self.low * self.size, self.high * self.size
            return min(ends), max(ends)  # '1 in 400 to 1 in 1,000' falls
        value = self.value or Fraction(0)
        value = value * self.size if value and self.size != 1 else value
        return value, value

    @property
    def is_range(self) -> bool:
        return self.low is not None

    @property
    def side(self) -> int:
        """1 for a lower limit, -1 for an upper one, 0 for none."""
        return {"over": 1, "at-least": 1, "under": -1, "at-most": -1}.get(self.qualifier, 0)

    @property
    def is_claim(self) -> bool:
        return self.role == CLAIM


def show(number: Fraction | None) -> str:
    """A value as plain digits: ``24``, ``4.6``, at most six decimals."""
    if number is None:
        return ""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.6f}".rstrip("0").rstrip(".")


COUNTED = frozenset("second minute hour day week month year decade".split())
"""Units that are words, with a plural."""


def with_unit(amount: str, unit: str) -> str:
    """An amount and its unit as copy writes them: ``15%``, ``24 months``, ``40 to 50 mg``."""
    if unit == "%":
        return f"{amount}%"
    return f"{amount} {unit}{'s' if unit in COUNTED and amount != '1' else ''}".rstrip()
