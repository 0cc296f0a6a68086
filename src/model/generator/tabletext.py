"""The tables of a service: one private header that declares them and several sources that define them."""

from headertext import cpp_scalar
from names import cpp_field, field_name
from servicemodel import Member, Operation, Service

TOP = "// Made by src/model/generator from resources/model; changes belong there.\n"
COMMON = {"str": "text", "num": "integer", "bool": "boolean", "time": "timestamp", "blob": "blob", "doc": "document"}


def text(value: str) -> str:
    literal = f'R"re({value})re"' if "\\" in value else f'"{value}"'
    return f"QLatin1StringView({literal}, {len(value)})"


def table(name: str, items: list[str], kind: str = "QLatin1StringView") -> str:
    return f"constexpr {kind} {name}[] = {{\n    " + ",\n    ".join(items) + ",\n};"


class Tables:
    def __init__(self, service: Service, namespace: str, header: str, identifier: str, target: str, signing: str):
        self.service = service
        self.namespace = namespace
        self.header = header
        self.identifier = identifier
        self.target = target
        self.signing = signing
        self.used = self.used_types()

    def used_types(self) -> dict[str, Member]:
        """One member for each type that is used, lists and maps included."""
        used: dict[str, Member] = {}
        for members in self.service.structs.values():
            for member in members:
                used.setdefault(member.type, member)
                if member.element:
                    used.setdefault(member.element, Member(member.element, member.element))
        return used

    def type_name(self, name: str) -> str:
        if name[0] in "[{":
            held = COMMON.get(name[1:-1], name[1:-1])
            return ("listOf" if name[0] == "[" else "mapOf") + held[0].upper() + held[1:]
        return COMMON.get(name, name)

    def type_reference(self, name: str) -> str:
        return ("model::types::" if name in COMMON else "types::") + self.type_name(name)

    def own_types(self) -> list[str]:
        return sorted(name for name in self.used if name not in COMMON)

    def declarations(self) -> str:
        lines = [TOP + "#pragma once", "", f'#include "model/{self.header}"', '#include "model/typeaccess.h"', ""]
        lines += [f"namespace poolscope::{self.namespace} {{", "", "namespace types {"]
        lines += [f"extern const model::TypeDescriptor {self.type_name(name)};" for name in self.own_types()]
        lines += ["}", "", "namespace structs {"]
        lines += [f"extern const model::StructDescriptor {name};" for name in self.service.structs]
        lines += ["}", "", "namespace operations {"]
        lines += [f"extern const model::OperationDescriptor {op.name};" for op in self.service.operations]
        lines += ["}", "", "extern const model::ServiceDescriptor service;"]
        lines += ["", f"}} // namespace poolscope::{self.namespace}", ""]
        return "\n".join(lines)

    def type_definition(self, name: str) -> str:
        held = name[1:-1] if name[0] in "[{" else name
        cpp = cpp_scalar(self.service, held)
        if held in self.service.structs:
            cpp = f"{self.namespace}::{cpp}"
        fields = []
        if name[0] == "[":
            fields = [".kind = model::Kind::List", f".element = &{self.type_reference(held)}",
                      f".access = &model::listAccess<{cpp}>"]
        elif name[0] == "{":
            fields = [".kind = model::Kind::Map", f".element = &{self.type_reference(held)}",
                      f".access = &model::mapAccess<{cpp}>"]
        elif name in self.service.enums:
            fields = [".kind = model::Kind::Enum", f".enumeration = &enumOf{name}",
                      ".access = &model::valueAccess<QString>"]
        else:
            fields = [".kind = model::Kind::Struct", f".structure = &structs::{name}",
                      f".access = &model::valueAccess<{cpp}>"]
        return f"constinit const model::TypeDescriptor types::{self.type_name(name)}{{{', '.join(fields)}}};"

    def enum_definition(self, name: str) -> str:
        return (f"constexpr model::EnumDescriptor enumOf{name}{{{text(name)}, values::{name}::all}};")

    def member_definition(self, struct: str, member: Member) -> str:
        fields = [f".name = {text(member.name)}", f".field = {text(field_name(member.name))}",
                  f".type = &{self.type_reference(member.type)}",
                  f".offset = offsetof({struct}, {cpp_field(member.name)})"]
        fields += [f".{mark} = true" for mark in ("required", "sensitive", "redacted") if getattr(member, mark)]
        fields += [f".{limit} = {getattr(member, limit)}" for limit in ("minimum", "maximum")
                   if getattr(member, limit) is not None]
        if member.pattern:
            fields.append(f".pattern = {text(member.pattern)}")
        if member.redacted_keys:
            fields.append(f".redactedKeys = keysOf{struct}{member.name}")
        return "{" + ", ".join(fields) + "}"

    def struct_definition(self, name: str) -> list[str]:
        members = self.service.structs[name]
        lines = [table(f"keysOf{name}{member.name}", [text(key) for key in member.redacted_keys])
                 for member in members if member.redacted_keys]
        if members:
            lines.append(table(f"membersOf{name}", [self.member_definition(name, member) for member in members],
                               "model::MemberDescriptor"))
        span = f"membersOf{name}" if members else "{}"
        lines.append(f"constinit const model::StructDescriptor structs::{name}{{{text(name)}, {span}}};")
        lines.append(f"const model::StructDescriptor &{name}::descriptor() {{ return structs::{name}; }}")
        return lines

    def operation_definition(self, op: Operation) -> list[str]:
        lines = [table(f"errorsOf{op.name}", [f"errors::{error}" for error in op.errors])] if op.errors else []
        fields = [text(op.name), "&service", f"model::Authorization::{op.authorization}",
                  f"model::Effect::{op.effect}", f"&structs::{op.input}", f"&structs::{op.output}",
                  "true" if self.service.structs[op.output] else "false",
                  f"errorsOf{op.name}" if op.errors else "{}"]
        lines.append(f"constinit const model::OperationDescriptor operations::{op.name}{{{', '.join(fields)}}};")
        lines.append(f"const model::OperationDescriptor &{op.input}::operation() {{ return operations::{op.name}; }}")
        return lines

    def service_definition(self, function: str) -> list[str]:
        structs = sorted(self.service.structs)
        return [
            "namespace {",
            table("allOperations", [f"&operations::{op.name}" for op in self.service.operations],
                  "const model::OperationDescriptor *"),
            table("allStructs", [f"&structs::{name}" for name in structs], "const model::StructDescriptor *"),
            "}",
            f"constinit const model::ServiceDescriptor service{{{text(self.identifier)}, {text(self.target)}, "
            f"{text(self.signing)}, allOperations, allStructs}};",
            f"}} // namespace poolscope::{self.namespace}",
            "",
            f"const poolscope::model::ServiceDescriptor &poolscope::model::{function}()",
            f"{{ return {self.namespace}::service; }}",
            "",
        ]

    def source(self, declarations: str, function: str, part: int, parts: int) -> str:
        """Part 0 has the service and its operations as well; types and structures are dealt out evenly."""
        lines = [TOP + f'#include "model/{declarations}"', "", "#include <cstddef>", "",
                 f"namespace poolscope::{self.namespace} {{", "", "namespace {"]
        own = self.own_types()[part::parts]
        lines += [self.enum_definition(name) for name in own if name in self.service.enums]
        lines += ["}", ""]
        lines += [self.type_definition(name) for name in own]
        for name in list(self.service.structs)[part::parts]:
            lines += self.struct_definition(name)
        if part == 0:
            for operation in self.service.operations:
                lines += self.operation_definition(operation)
            lines += self.service_definition(function)
        else:
            lines += [f"}} // namespace poolscope::{self.namespace}", ""]
        return "\n".join(lines)
