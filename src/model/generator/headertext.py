"""The public header of a service: constants and plain structures."""

from names import constant_name, cpp_field
from servicemodel import Member, Service

CPP_SCALARS = {
    "str": "QString",
    "num": "qint64",
    "bool": "bool",
    "time": "double",
    "blob": "QByteArray",
    "doc": "json::Value",
}

TOP = """// Made by src/model/generator from resources/model; changes belong there.
#pragma once

#include "json/value.h"
#include "model/descriptor.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
"""


def cpp_scalar(service: Service, name: str) -> str:
    return "QString" if name in service.enums else CPP_SCALARS.get(name, name)


def cpp_type(service: Service, member: Member) -> str:
    if member.type.startswith("["):
        return f"QList<{cpp_scalar(service, member.element)}>"
    if member.type.startswith("{"):
        return f"QMap<QString, {cpp_scalar(service, member.element)}>"
    return cpp_scalar(service, member.type)


def constant(name: str, value: str) -> str:
    # With its length, or the compiler would count the characters of each in every file.
    return f'inline constexpr QLatin1StringView {name}("{value}", {len(value)});'


def constants(service: Service) -> list[str]:
    lines = ["// The values that the model knows of each enumeration; others may come and are kept.", "namespace values {"]
    for name, values in service.enums.items():
        lines.append(f"namespace {name} {{")
        for value in values:
            lines.append(constant(constant_name(value), value))
        lines.append(f"inline constexpr QLatin1StringView all[]{{{', '.join(map(constant_name, values))}}};")
        lines.append("}")
    lines += ["} // namespace values", "", "namespace errors {"]
    lines += [constant(name, name) for name in service.errors]
    lines += ["} // namespace errors", ""]
    return lines


def structure(service: Service, name: str, operation: str | None, response: str | None) -> list[str]:
    lines = [f"struct {name}", "{"]
    for member in service.structs[name]:
        lines.append(f"    std::optional<{cpp_type(service, member)}> {cpp_field(member.name)};")
    if service.structs[name]:
        lines.append("")
    if operation:
        lines.append(f"    using Response = {response};")
        lines.append("    static const model::OperationDescriptor &operation();")
    lines.append("    static const model::StructDescriptor &descriptor();")
    lines += ["};", ""]
    return lines


def header(service: Service, namespace: str) -> str:
    operations = {operation.input: operation for operation in service.operations}
    order = service.in_order_of_use()
    # A request names its response, so the requests come last.
    order = [name for name in order if name not in operations] + [name for name in order if name in operations]
    lines = [TOP, f"namespace poolscope::{namespace} {{", ""]
    lines += constants(service)
    # The same structure may be the request of one operation and the response of others.
    lines += [f"struct {operation.output};" for operation in service.operations if operation.output in operations]
    for name in order:
        operation = operations.get(name)
        lines += structure(service, name, operation and operation.name, operation and operation.output)
    lines += [f"}} // namespace poolscope::{namespace}", ""]
    return "\n".join(lines)
