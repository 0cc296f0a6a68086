"""Reads the compact service model of resources/model and refuses what does not fit together.

SERVICE.shapes.tsv has the structures, enumerations and errors. A member of a structure is written
`Name!~:type{limits}`: `!` required, `~` sensitive; the type is str, num, bool, time, blob, doc, the name of an
enumeration or structure, [element] or {value}; the limits are `least..most` and `/pattern/`.
SERVICE.operations.tsv has the operations, with `-` for those that answer nothing.
SERVICE.effects.tsv says what each operation does (model/descriptor.h explains the words); this is our judgement.
SERVICE.marks.tsv has what is not in the service's own model: limits known from its error texts, members that must never
be shown though the service does not mark them (redact), and keys of maps that must not (redactkeys).
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

AUTHORIZATIONS = ("None", "AccessToken", "AccessTokenOrSession", "Session", "RefreshToken", "FeedbackToken", "SigV4")
EFFECTS = ("Reads", "UsesSession", "SendsCode", "Writes", "Destroys")
SCALARS = ("str", "num", "bool", "time", "blob", "doc")

HEAD = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<marks>[!~]*):(?P<type>\[\w+\]|\{\w+\}|\w+)")
RANGE = re.compile(r"(?:(?:integer|long)\s*)?(?:(?P<least>\d*)\.\.(?P<most>\d*))?")


class ModelError(Exception):
    pass


@dataclass
class Member:
    name: str
    type: str
    required: bool = False
    sensitive: bool = False
    redacted: bool = False
    minimum: int | None = None
    maximum: int | None = None
    pattern: str = ""
    redacted_keys: list[str] = field(default_factory=list)

    @property
    def element(self) -> str | None:
        return self.type[1:-1] if self.type[0] in "[{" else None


@dataclass
class Operation:
    name: str
    authorization: str
    input: str
    output: str
    errors: list[str]
    effect: str = ""


@dataclass
class Service:
    structs: dict[str, list[Member]]
    enums: dict[str, list[str]]
    errors: dict[str, str]
    operations: list[Operation]

    def in_order_of_use(self) -> list[str]:
        """The names of the structures, each after those that it holds."""
        done: list[str] = []
        waiting: list[str] = []

        def visit(name: str) -> None:
            if name in done:
                return
            if name in waiting:
                raise ModelError(f"{name} holds itself; a plain struct cannot")
            waiting.append(name)
            for member in self.structs[name]:
                held = member.element or member.type
                if held in self.structs:
                    visit(held)
            waiting.remove(name)
            done.append(name)

        for name in self.structs:
            visit(name)
        return done


def read_rows(path: Path, columns: int) -> list[list[str]]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    for row in rows:
        if len(row) != columns:
            raise ModelError(f"{path.name}: {row[0]} has {len(row)} columns instead of {columns}")
    return rows


def parse_limits(text: str, member: Member) -> None:
    pattern = re.search(r"/(.*)/$", text)
    if pattern:
        member.pattern = pattern.group(1)
        text = text[: pattern.start()]
    span = RANGE.fullmatch(text.strip())
    if not span:
        raise ModelError(f"{member.name}: limits '{text}' are not understood")
    member.minimum = int(span.group("least")) if span.group("least") else None
    member.maximum = int(span.group("most")) if span.group("most") else None


def parse_members(body: str) -> list[Member]:
    members = []
    at = 0
    while at < len(body):
        head = HEAD.match(body, at)
        if not head:
            raise ModelError(f"not a member: '{body[at:at + 40]}'")
        marks = head.group("marks")
        sensitive = "~" in marks
        member = Member(head.group("name"), head.group("type"), "!" in marks, sensitive, sensitive)
        at = head.end()
        if body.startswith("{", at):
            # A pattern may hold braces, commas and blanks; it ends where "/}" does.
            slash = body.find("/", at)
            close = body.find("}", at)
            end = body.index("/}", slash + 1) + 1 if 0 <= slash < close else close
            parse_limits(body[at + 1:end], member)
            at = end + 1
        members.append(member)
        if at < len(body):
            if not body.startswith(", ", at):
                raise ModelError(f"after {member.name}: '{body[at:at + 40]}'")
            at += 2
    return members


def apply_marks(path: Path, structs: dict[str, list[Member]]) -> None:
    for mark, struct, name, value, _source in read_rows(path, 5):
        found = [member for member in structs.get(struct, []) if member.name == name]
        if not found:
            raise ModelError(f"{path.name}: {struct} has no member {name}")
        match mark:
            case "redact":
                found[0].redacted = True
            case "redactkeys":
                found[0].redacted_keys = value.split(",")
            case "minimum":
                found[0].minimum = int(value)
            case "pattern":
                found[0].pattern = value
            case _:
                raise ModelError(f"{path.name}: unknown mark {mark}")


def check(service: Service) -> None:
    for struct, members in service.structs.items():
        for member in members:
            held = member.element or member.type
            if held not in SCALARS and held not in service.structs and held not in service.enums:
                raise ModelError(f"{struct}.{member.name}: unknown type {held}")
    for operation in service.operations:
        if operation.authorization not in AUTHORIZATIONS or operation.effect not in EFFECTS:
            raise ModelError(f"{operation.name}: '{operation.authorization}', '{operation.effect}'")
        if operation.input not in service.structs:
            raise ModelError(f"{operation.name}: unknown input {operation.input}")
        for error in operation.errors:
            if error not in service.errors:
                raise ModelError(f"{operation.name}: unknown error {error}")


def load(folder: Path, name: str) -> Service:
    service = Service({}, {}, {}, [])
    for kind, shape, body in read_rows(folder / f"{name}.shapes.tsv", 3):
        match kind:
            case "struct":
                service.structs[shape] = parse_members(body)
            case "enum":
                service.enums[shape] = body.split("|")
            case "error":
                service.errors[shape] = body
            case _:
                raise ModelError(f"{shape}: unknown kind {kind}")
    apply_marks(folder / f"{name}.marks.tsv", service.structs)

    effects = dict(read_rows(folder / f"{name}.effects.tsv", 2))
    for operation, authorization, given, answered, errors in read_rows(folder / f"{name}.operations.tsv", 5):
        if answered == "-":
            answered = f"{operation}Response"
            service.structs[answered] = []
        errors = errors.split(",") if errors else []
        effect = effects.pop(operation, "")
        service.operations.append(Operation(operation, authorization, given, answered, errors, effect))
    if effects:
        raise ModelError(f"{name}.effects.tsv: unknown operations {', '.join(effects)}")
    service.operations.sort(key=lambda operation: operation.name)
    check(service)
    return service
