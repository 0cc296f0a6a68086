#include "model/codec.h"

#include "model/typeaccess.h"

#include <vector>

namespace poolscope::model {

namespace {

using Outcome = tl::expected<void, DecodeError>;

json::Value encodeValue(const TypeDescriptor &type, const void *value)
{
    switch (type.kind) {
    case Kind::String:
    case Kind::Enum:
        return *static_cast<const QString *>(value);
    case Kind::Integer:
        return *static_cast<const qint64 *>(value);
    case Kind::Boolean:
        return *static_cast<const bool *>(value);
    case Kind::Timestamp:
        return *static_cast<const double *>(value);
    case Kind::Blob:
        return QLatin1StringView(static_cast<const QByteArray *>(value)->toBase64());
    case Kind::Document:
        return *static_cast<const json::Value *>(value);
    case Kind::List: {
        QList<json::Value> elements;
        for (qsizetype index = 0; index < type.access->size(value); ++index)
            elements.append(encodeValue(*type.element, type.access->at(value, index)));
        return elements;
    }
    case Kind::Map: {
        QList<json::Member> members;
        type.access->visit(value, [&](const QString &key, const void *item) {
            members.append({key, encodeValue(*type.element, item)});
        });
        return members;
    }
    case Kind::Struct:
        return encodeStruct(*type.structure, value);
    }
    Q_UNREACHABLE();
}

tl::unexpected<DecodeError> mismatch(const char *wanted)
{
    return tl::unexpected<DecodeError>(DecodeError{{}, QString::fromLatin1(wanted)});
}

// Errors get their path on the way out, from the inside to the outside.
Outcome at(QString step, Outcome outcome)
{
    if (!outcome) {
        step.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
        outcome.error().path.prepend(u'/' + step);
    }
    return outcome;
}

template<class T>
Outcome assign(void *target, std::optional<T> value, const char *wanted)
{
    if (!value)
        return mismatch(wanted);
    *static_cast<T *>(target) = *std::move(value);
    return {};
}

std::optional<QString> stringOf(const json::Value &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<bool> boolOf(const json::Value &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<QByteArray> blobOf(const json::Value &value)
{
    if (!value.isString())
        return std::nullopt;
    auto result = QByteArray::fromBase64Encoding(value.toString().toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(std::move(result.decoded)) : std::nullopt;
}

Outcome decodeValue(const TypeDescriptor &type, const json::Value &value, void *target);

// Nulls inside lists and maps are dropped, as the service's own clients do where a collection may not hold any.
Outcome decodeList(const TypeDescriptor &type, const json::Value &value, void *target)
{
    if (!value.isArray())
        return mismatch("A list was expected.");
    for (qsizetype index = 0; index < value.size(); ++index) {
        const json::Value &element = value.elements().at(index);
        if (element.isNull())
            continue;
        auto done = decodeValue(*type.element, element, type.access->append(target));
        if (!done)
            return at(QString::number(index), std::move(done));
    }
    return {};
}

Outcome decodeMap(const TypeDescriptor &type, const json::Value &value, void *target)
{
    if (!value.isObject())
        return mismatch("An object was expected.");
    for (const json::Member &entry : value.members()) {
        if (entry.value.isNull())
            continue;
        auto done = decodeValue(*type.element, entry.value, type.access->insert(target, entry.name));
        if (!done)
            return at(entry.name, std::move(done));
    }
    return {};
}

Outcome decodeValue(const TypeDescriptor &type, const json::Value &value, void *target)
{
    switch (type.kind) {
    case Kind::String:
    case Kind::Enum:
        return assign(target, stringOf(value), "A string was expected.");
    case Kind::Integer:
        return assign(target, value.toInteger(), "An integer of 64 bits was expected.");
    case Kind::Boolean:
        return assign(target, boolOf(value), "True or false was expected.");
    case Kind::Timestamp:
        return assign(target, value.toDouble(), "A time in seconds was expected.");
    case Kind::Blob:
        return assign(target, blobOf(value), "A string in base64 was expected.");
    case Kind::Document:
        *static_cast<json::Value *>(target) = value;
        return {};
    case Kind::List:
        return decodeList(type, value, target);
    case Kind::Map:
        return decodeMap(type, value, target);
    case Kind::Struct:
        return decodeStruct(*type.structure, value, target);
    }
    Q_UNREACHABLE();
}

} // namespace

json::Value encodeStruct(const StructDescriptor &descriptor, const void *object)
{
    QList<json::Member> members;
    for (const MemberDescriptor &member : descriptor.members) {
        const void *optional = static_cast<const std::byte *>(object) + member.offset;
        if (const void *value = member.type->access->value(optional))
            members.append({member.name, encodeValue(*member.type, value)});
    }
    return members;
}

tl::expected<void, DecodeError> decodeStruct(const StructDescriptor &descriptor, const json::Value &value, void *object)
{
    if (!value.isObject())
        return mismatch("An object was expected.");
    // Backwards, because of duplicates the last one counts, null or not.
    std::vector<bool> seen(descriptor.members.size());
    for (auto given = value.members().crbegin(); given != value.members().crend(); ++given) {
        const MemberDescriptor *member = descriptor.find(given->name);
        const size_t index = member ? size_t(member - descriptor.members.data()) : 0;
        if (!member || seen[index])
            continue;
        seen[index] = true;
        if (given->value.isNull())
            continue;
        void *optional = static_cast<std::byte *>(object) + member->offset;
        auto done = decodeValue(*member->type, given->value, member->type->access->emplace(optional));
        if (!done)
            return at(given->name, std::move(done));
    }
    return {};
}

} // namespace poolscope::model
