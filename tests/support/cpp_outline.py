"""The outline of C++ source, as far as sizes need it: classes with their members, and functions with their lines.

It knows this project's style, not the language: braces are read, templates' arguments and macros' bodies are not.
"""
import dataclasses
import re

# Comments, raw strings, strings, characters and preprocessor lines: nothing in them is code.
NO_CODE = re.compile(r"""//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"""
                     r"""|^[ ]*\#(?:\\\n|[^\n])*""", re.DOTALL | re.MULTILINE)
# Innermost ones, which may name a function's type.
TEMPLATE_ARGUMENTS = re.compile(r"(?<![<=])<[^<>()]*(?:\([^()]*\)[^<>()]*)*>")
# The commas in a member's value separate no members.
VALUE_LISTS = re.compile(r"\{[^{}]*\}|(?<==)[^,;{]*\([^()]*\)")
ACCESS = re.compile(r"\b(?:public|protected|private)(?: +Q_SLOTS)?\s*:(?!:)|\bQ_SIGNALS\s*:|\bQ_\w+\b(?:\s*\([^()]*\))?")
CLASS = re.compile(r"(?:^|\s)(?:class|struct)\s+(\w+(?:::\w+)*)(?:\s+final)?\s*(?::[^:].*)?$", re.DOTALL)
NO_MEMBER = re.compile(r"^(?:friend|using|static_assert|typedef|class|struct|enum|template)\b")
FUNCTION_NAME = re.compile(r"((?:\w+::)*(?:operator\s*[^\s\w(]+|operator\s*\(\)|operator\s+\w+|~?\w+))\s*\(")
# The head of a constructor up to a brace that may be the value of a member.
CONSTRUCTOR_VALUE = re.compile(r"\)\s*:[^:].*\w$", re.DOTALL)


@dataclasses.dataclass
class Class:
    name: str
    file: str
    methods: int = 0
    members: int = 0
    lines: int = 0


@dataclasses.dataclass
class Function:
    name: str
    file: str
    lines: int
    inside: bool  # of its class's braces, whose lines count already


def blanked(source):
    """The source without what is no code; every line keeps its number."""
    return NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)


def without_templates(text):
    while (shorter := TEMPLATE_ARGUMENTS.sub("", text)) != text:
        text = shorter
    return text


def declaration(text):
    return " ".join(without_templates(ACCESS.sub(" ", text)).split())


def count_declaration(owner, text):
    """Counts what stands in a class up to its semicolon or brace, as methods or members of `owner`."""
    text = declaration(text).removeprefix("template ")
    if not text or NO_MEMBER.match(text) or text.endswith("= delete"):
        return
    without_value = text if "operator" in text else re.split("[={]", text)[0]
    if "(" in without_value:
        owner.methods += 1
    elif not text.startswith("static "):
        owner.members += VALUE_LISTS.sub("", text).count(",") + 1


class Outline:
    """Reads one file into `classes` and `functions`."""

    def __init__(self, file, source):
        self.file, self.classes, self.functions = file, [], []
        self.text = blanked(source)
        self.read_scope(0, None, "")

    def line(self, position):
        return self.text.count("\n", 0, position)

    def read_scope(self, start, owner, prefix):
        """Reads from `start`, behind a brace, to the brace that ends the scope; returns the place behind that."""
        position = begin = start
        while position < len(self.text):
            character = self.text[position]
            if character == ";":
                if owner:
                    count_declaration(owner, self.text[begin:position])
                begin = position + 1
            elif character == "}":
                return position + 1
            elif character == "(":
                position = self.end_of("()", position)
                continue
            elif character == "{":
                position, complete = self.read_braces(begin, position, owner, prefix)
                begin = position if complete else begin
                continue
            position += 1
        return position

    def read_braces(self, begin, brace, owner, prefix):
        """What begins with a brace; also says whether it ends there, or a semicolon is to come."""
        head = declaration(self.text[begin:brace])
        named = CLASS.search(head)
        if head.startswith(("namespace", "inline namespace", "extern")) or not head:
            return self.read_scope(brace + 1, None, prefix), True
        if re.match(r"(?:typedef )?enum\b", head):
            return self.end_of("{}", brace), False
        if named and "(" not in head:
            return self.read_class(begin, brace, prefix + named.group(1)), True
        name = FUNCTION_NAME.search(head.partition(" = ")[0] if "operator" not in head else head)
        end = self.end_of("{}", brace)
        # A member in a constructor's list of values: the body is still to come.
        if not name or (CONSTRUCTOR_VALUE.search(head) and re.match(r"\s*[,{]", self.text[end:])):
            return end, False
        self.functions.append(Function(prefix + name.group(1), self.file, self.lines(begin, end), owner is not None))
        if owner:
            count_declaration(owner, head)
        return end, True

    def read_class(self, begin, brace, name):
        found = Class(name, self.file)
        self.classes.append(found)
        end = self.read_scope(brace + 1, found, name + "::")
        found.lines = self.lines(begin, end)
        return end

    def lines(self, begin, end):
        """How many lines, without what is blank or an access label before the first word."""
        labels = re.match(rf"(?:\s|{ACCESS.pattern})*", self.text[begin:end])
        return self.line(end) - self.line(begin + labels.end()) + 1

    def end_of(self, pair, position):
        """The place behind the bracket that closes the one at `position`."""
        depth = 0
        for place in range(position, len(self.text)):
            depth += (self.text[place] == pair[0]) - (self.text[place] == pair[1])
            if depth == 0:
                return place + 1
        return len(self.text)
