#!/usr/bin/env python3
"""Prints the largest classes of app, core and ui, counted over all their files, and fails when something is too large.

What was too large when the limits came stands in a list below with its figures of then: it may shrink, not grow, and
leaves the list once it keeps the limits.
"""
import pathlib
import re
import sys

sys.dont_write_bytecode = True
from cpp_outline import Outline  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLASS_LIMITS = (25, 12, 300)  # methods, data members, lines
FUNCTION_LIMIT = 40           # lines
FOLDER_LIMIT = 30             # files

CLASSES = {
    # plain values of many fields
    "FaceFactors": (0, 38, 30),
    "FaceLook": (4, 13, 30),
    "Gan": (0, 14, 18),
    "PicturesSpec": (0, 14, 16),
    "Setting": (2, 15, 20),
    "SnapshotItem": (0, 13, 29),
    "StepMetrics": (0, 13, 15),
    "Theme": (4, 17, 50),
}
# By file and name; most of them are tables.
FUNCTIONS = {
    "density_1d.cpp presets": (44,),
    "density_1d.cpp settings": (42,),
    "faces.cpp presets": (50,),
    "learning_rows.cpp learningRows": (61,),
    "network_rows.cpp networkRows": (61,),
    "picture_rows.cpp dataRows": (70,),
    "picture_rows.cpp regularityRows": (43,),
    "repeating_rows.cpp repeatingRows": (55,),
    "signal_rows.cpp signalDataRows": (81,),
    "signal_rows.cpp signalLearningRows": (54,),
    "terms.cpp terms": (143,),
}
FOLDERS = {}


def all_sources():
    return sorted(path for folder in ("app", "core", "ui") for path in (ROOT / folder).rglob("*")
                  if path.suffix in (".h", ".cpp"))


def code_of(path):
    """Without the lines that only talk to translators."""
    return re.sub(r"^ *//:.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def outlines():
    return [Outline(path.relative_to(ROOT).as_posix(), code_of(path)) for path in all_sources()]


def add_bodies(classes, functions):
    """Adds what is defined outside of a class's braces to its lines. Of classes with one name, the file's own counts."""
    for function in functions:
        owner = function.name.rpartition("::")[0]
        named = [each for each in classes if each.name == owner]
        beside = [each for each in named if each.file == function.file]
        if named and not function.inside:
            (beside or named)[0].lines += function.lines


def figures(found):
    return (found.methods, found.members, found.lines)


def print_largest(classes):
    print("methods  members  lines  class")
    for each in sorted(classes, key=lambda each: each.lines, reverse=True)[:10]:
        print(f"{each.methods:7}  {each.members:7}  {each.lines:5}  {each.name}")


def within(value, limit):
    return all(one <= most for one, most in zip(value, limit))


def complaints(kind, sizes, limit, known):
    """`sizes`: name -> tuple of figures. One sentence for each that is too large, or in the list without need."""
    for name, size in sizes.items():
        most = tuple(map(max, limit, known.get(name, limit)))
        if not within(size, most):
            yield f'{kind} "{name}" is too large: {size}, at most {most}'
    for name in known:
        if within(sizes.get(name, limit), limit):
            yield f'{kind} "{name}" keeps the limits: take it out of the list in tests/support/check_sizes.py'


def folder_sizes():
    folders = [path.parent.relative_to(ROOT).as_posix() for path in all_sources()]
    return {folder: (folders.count(folder),) for folder in folders if folder.split("/")[0] == "ui"}


def largest_of(functions):
    """File and name -> lines; of overloads the longest."""
    sizes = {}
    for each in functions:
        name = f"{pathlib.PurePosixPath(each.file).name} {each.name}"
        sizes[name] = max(sizes.get(name, (0,)), (each.lines,))
    return sizes


def main():
    read = outlines()
    classes = [each for outline in read for each in outline.classes]
    functions = [each for outline in read for each in outline.functions]
    add_bodies(classes, functions)
    print_largest(classes)
    class_sizes = {}
    for each in classes:
        class_sizes[each.name] = max(class_sizes.get(each.name, (0, 0, 0)), figures(each), key=lambda size: size[2])
    broken = [*complaints("class", class_sizes, CLASS_LIMITS, CLASSES),
              *complaints("function", largest_of(functions), (FUNCTION_LIMIT,), FUNCTIONS),
              *complaints("folder", folder_sizes(), (FOLDER_LIMIT,), FOLDERS)]
    print("\n".join(broken), end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
