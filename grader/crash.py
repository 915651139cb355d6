"""Turns an exception, or an attribute that is not there, into what is probably behind it."""

import difflib
import re

from grader.probe import Given, Question
from grader.results import Diagnosis

PATTERNS = (
    (
        r"TypeError: .*unexpected keyword argument '(\w+)'",
        "argument-by-another-name",
        "A call with the keyword `{0}` fails: your method does not take an argument of that name, the stub's does.",
        "Compare the signature with the stub's, name by name.",
    ),
    (
        r"NameError: name '(\w+)' is not defined",
        "undefined-name",
        "Your code uses the name `{0}`, which is defined nowhere.",
        "Is it a misspelt variable, an attribute without `self.`, or a missing import?",
    ),
    (
        r"UnboundLocalError: .*'(\w+)'",
        "used-before-assignment",
        "Your code uses the variable `{0}` before it is given a value.",
        "Where is it set, and is that line always reached first?",
    ),
    (
        r"AttributeError: '(\w+)' object has no attribute '(\w+)'",
        "attribute-never-set",
        "Your code reads the attribute `{1}`, which a `{0}` does not have.",
        "Where is it set, and under which name?",
    ),
    (
        r"ValueError: matmul: .*\(size (\d+) is different from (\d+)\)",
        "matrix-product-of-unequal-sizes",
        "A matrix product meets {0} entries on one side and {1} on the other.",
        "Print the shapes of both operands: is a transpose missing, or are they in the wrong order?",
    ),
    (
        r"ValueError: shapes (\([\d, ]+\)) and (\([\d, ]+\)) not aligned",
        "matrix-product-of-unequal-sizes",
        "A matrix product meets the shapes {0} and {1}, which do not fit.",
        "Is a transpose missing, or are the operands in the wrong order?",
    ),
    (
        r"ValueError: operands could not be broadcast together with shapes (\([\d,]+\)) (\([\d,]+\))",
        "shapes-that-do-not-broadcast",
        "An elementwise operation meets the shapes {0} and {1}, which do not fit.",
        "Which of the two has the shape that you expect?",
    ),
)
"""Pattern of the exception, id, what it says, hint."""


def explain_crash(question: Question, given: Given) -> Diagnosis | None:
    """Return what is behind an answer that is none; None if nothing is known of it."""
    if given.kind == "missing":
        near = difflib.get_close_matches(question.name, given.detail.split(", "), n=1, cutoff=0.3)
        instead = f"; it does set `{near[0]}`" if near else f"; it sets {given.detail}" if given.detail else ""
        says = f"After `fit` there is no attribute `{question.name}`{instead}."
        return Diagnosis(
            "attribute-by-another-name", says, ("The docstring of the class names the attributes.",), "crash"
        )
    if given.kind != "raised":
        return None
    for pattern, name, says, hint in PATTERNS:
        if match := re.match(pattern, given.detail, re.DOTALL):
            return Diagnosis(name, says.format(*match.groups()), (hint,), "crash")
    return None
