"""Independent copies of the service model, each brought into one plain form that can be compared.

A copy is a Copy: operations with the names of their input and output, structures with their members. Where a copy does
not say something the field is None, and nothing is compared.
"""

import json
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
SOURCE = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(SOURCE / "src/model/generator"))

import servicemodel  # noqa: E402


SKIPPED = 77


def without(reason: str) -> int:
    """The exit code where there is nothing to compare with. In CI all copies are installed: there it is a defect."""
    in_ci = os.environ.get("CI") == "true"
    print(f"{'failed' if in_ci else 'skipped'}: {reason}, so there is nothing to compare with")
    return 1 if in_ci else SKIPPED


@dataclass
class Facts:
    """Of one member. `type` is a kind (str, num, bool, time, blob, doc, enum, struct, list or map); `element` that of the
    elements of a list or map, otherwise its own, and for structures their name."""

    type: str | None
    required: bool | None
    sensitive: bool | None
    limits: tuple | None = None
    values: frozenset | None = None
    element: str | None = None


@dataclass
class Action:
    input: dict[str, Facts]
    output: dict[str, Facts]
    errors: frozenset | None = None
    signed: bool | None = None


@dataclass
class Copy:
    title: str
    operations: dict[str, Action]
    structs: dict[str, dict[str, Facts]]
    enums: dict[str, frozenset] = field(default_factory=dict)


def ours(service_name: str) -> Copy:
    folder = SOURCE / "resources/model"
    service = servicemodel.load(folder, service_name)
    # Our own marks are no part of the service's model: read the shapes again without them.
    plain = {row[1]: servicemodel.parse_members(row[2])
             for row in servicemodel.read_rows(folder / f"{service_name}.shapes.tsv", 3) if row[0] == "struct"}

    def kind(name: str) -> str:
        if name[0] in "[{":
            return "list" if name[0] == "[" else "map"
        return "enum" if name in service.enums else "struct" if name in service.structs else name

    def facts(member: servicemodel.Member) -> Facts:
        held = member.element or member.type
        values = frozenset(service.enums[held]) if held in service.enums else None
        return Facts(kind(member.type), member.required, member.sensitive,
                     (member.minimum, member.maximum, member.pattern), values,
                     held if held in service.structs else kind(held))

    structs = {name: {m.name: facts(m) for m in members} for name, members in plain.items()}
    operations = {
        op.name: Action(structs[op.input], structs.get(op.output, {}), frozenset(op.errors), op.authorization == "SigV4")
        for op in service.operations
    }
    return Copy("this project", operations, structs, {n: frozenset(v) for n, v in service.enums.items()})


class Botocore:
    """Reads Debian's python3-botocore, which has names, types, limits, enumerations and errors."""

    EVERYWHERE = {"required", "sensitive", "type", "element", "limits", "values"}
    SOMEWHERE = set()
    KINDS = {"string": "str", "integer": "num", "long": "num", "boolean": "bool", "timestamp": "time", "blob": "blob",
             "structure": "struct"}

    def __init__(self, path: Path, title: str):
        model = json.loads(path.read_text(encoding="utf-8"))
        self.shapes = model["shapes"]
        self.copy = Copy(title, {}, {})
        self.copy.structs = {name: self.members(shape) for name, shape in self.shapes.items()
                             if shape["type"] == "structure" and not shape.get("exception")}
        for name, operation in model["operations"].items():
            self.copy.operations[name] = Action(
                self.copy.structs[operation["input"]["shape"]] if "input" in operation else {},
                self.copy.structs[operation["output"]["shape"]] if "output" in operation else {},
                frozenset(error["shape"] for error in operation.get("errors", [])),
                operation.get("authtype") != "none")

    def kind(self, shape: dict) -> str:
        if shape["type"] == "structure" and shape.get("document"):
            return "doc"
        return "enum" if "enum" in shape else self.KINDS.get(shape["type"], shape["type"])

    def members(self, struct: dict) -> dict[str, Facts]:
        found = {}
        for name, reference in struct["members"].items():
            shape = self.shapes[reference["shape"]]
            held = shape
            if shape["type"] in ("list", "map"):
                reference = shape.get("member") or shape["value"]
                held = self.shapes[reference["shape"]]
            sensitive = bool(shape.get("sensitive"))
            limits = (shape.get("min"), shape.get("max"), shape.get("pattern", ""))
            values = frozenset(held["enum"]) if "enum" in held else None
            found[name] = Facts(self.kind(shape), name in struct.get("required", []), sensitive, limits, values,
                                reference["shape"] if self.kind(held) == "struct" else self.kind(held))
        return found


class Npm:
    """Reads the newest npm client (never runs it): its schemas have names, required members and sensitive marks, its
    declarations the enumerations and which operation answers with which error, its table of authorisation which
    operations go out unsigned. It has no limits."""

    EVERYWHERE = {"required", "sensitive", "enums"}
    SOMEWHERE = {"type", "element"}
    CONSTANT = re.compile(r'^const (_\w+) = "([^"]*)";$', re.M)
    NAMED = re.compile(r"^(?:export )?var (\w+\$?) = (\[.*?\]);$", re.M | re.S)
    ENUM = re.compile(r"export declare const (\w+): \{(.*?)\n\};", re.S)
    THROWS = re.compile(r"@throws \{@link (\w+)\}")
    SENSITIVE = 8

    def __init__(self, package: Path):
        version = json.loads((package / "package.json").read_text(encoding="utf-8"))
        self.copy = Copy(f"{version['name']} {version['version']}", {}, {})
        text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(package.glob("dist-es/schemas/*.js")))
        self.constants = dict(self.CONSTANT.findall(text))
        self.schemas = {name: self.parse(body) for name, body in self.NAMED.findall(text)}
        enums = (package / "dist-types/models/enums.d.ts").read_text(encoding="utf-8")
        self.copy.enums = {name: frozenset(re.findall(r': "([^"]*)";', body)) for name, body in self.ENUM.findall(enums)}
        for schema in self.schemas.values():
            if isinstance(schema, list) and schema and schema[0] == 3:
                self.copy.structs[schema[2]] = self.members(schema)
        # The client's own base class of all errors stands in the lists too.
        self.bases = {schema[2] for schema in self.schemas.values() if isinstance(schema, list) and schema[0] == -3
                      and schema[2].startswith("CognitoIdentity")}
        auth = (package / "dist-es/auth/httpAuthSchemeProvider.js").read_text(encoding="utf-8")
        unsigned = set(re.findall(r'case "(\w+)":\s*\{\s*options\.push\(createSmithyApiNoAuth', auth))
        for schema in self.schemas.values():
            if isinstance(schema, list) and schema and schema[0] == 9:
                command = (package / f"dist-types/commands/{schema[2]}Command.d.ts").read_text(encoding="utf-8")
                errors = frozenset(self.THROWS.findall(command)) - self.bases
                self.copy.operations[schema[2]] = Action(self.shape(schema[4]), self.shape(schema[5]), errors,
                                                         schema[2] not in unsigned)

    def parse(self, text: str):
        """The nested lists of a schema. A reference to another becomes ("ref", name)."""
        text = re.sub(r"\(\) => (\w+\$?)", r'["ref", "\1"]', text)
        text = re.sub(r"(?<![\w\"])(_\w+)", lambda name: json.dumps(self.constants.get(name.group(1), "")), text)
        text = re.sub(r"(\d+) \| (\d+)", lambda bits: str(int(bits.group(1)) | int(bits.group(2))), text)
        text = re.sub(r"\bn0\b", '""', text)
        text = re.sub(r"(?<=[\[{,])\s*\[?(\w+)\]?(?=:)", lambda key: json.dumps(key.group(1)), text)
        try:
            return json.loads(text)
        except ValueError:
            return None

    def resolve(self, reference):
        return self.schemas.get(reference[1]) if isinstance(reference, list) and reference[:1] == ["ref"] else None

    def shape(self, reference) -> dict[str, Facts]:
        schema = self.resolve(reference)
        return self.copy.structs.get(schema[2], {}) if schema else {}

    def members(self, schema: list) -> dict[str, Facts]:
        needed = schema[6] if len(schema) > 6 else 0
        found = {}
        for index, (name, target) in enumerate(zip(schema[4], schema[5])):
            if isinstance(target, list) and target[:1] != ["ref"]:
                target = target[0]
            held = self.resolve(target)
            sensitive = self.is_sensitive(held) or bool(held and held[0] == 2 and self.holds_sensitive(held))
            element = held[2] if held and held[0] == 3 else None
            found[name] = Facts(self.kind(target, held), index < needed, sensitive, element=element)
        return found

    def is_sensitive(self, schema) -> bool:
        return bool(schema) and schema[3] == self.SENSITIVE

    def holds_sensitive(self, schema) -> bool:
        """Whether the values of a map are sensitive, which comes to the same as a sensitive map."""
        value = schema[5][0] if schema[5] and isinstance(schema[5], list) and schema[5][0] != "ref" else schema[5]
        return self.is_sensitive(self.resolve(value))

    @staticmethod
    def kind(target, held) -> str | None:
        if isinstance(target, int):
            if target & 128:
                return "map"
            if target & 64:
                return "list"
            # Enumerations look like texts and whole numbers of all sizes alike.
            return {1: "num", 2: "bool", 4: "time", 5: "time", 6: "time", 7: "time", 15: "doc", 21: "blob"}.get(target)
        return {1: "list", 2: "map", 3: "struct"}.get(held[0]) if held else None
