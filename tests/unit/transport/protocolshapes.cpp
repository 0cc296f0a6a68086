#include "protocolshapes.h"

namespace poolscope::tests {

using model::Kind;
using model::TypeAccess;
using model::TypeDescriptor;

namespace {

using Place = std::shared_ptr<void>;

template<class T>
constexpr TypeAccess placeAccess{
    .value = [](const void *place) -> const void * { return static_cast<const Place *>(place)->get(); },
    .emplace = [](void *place) -> void * {
        auto made = std::make_shared<T>();
        *static_cast<Place *>(place) = made;
        return made.get();
    },
};

template<class E>
TypeAccess listOf()
{
    TypeAccess access = model::listAccess<E>;
    access.value = placeAccess<QList<E>>.value;
    access.emplace = placeAccess<QList<E>>.emplace;
    return access;
}

template<class E>
TypeAccess mapOf()
{
    TypeAccess access = model::mapAccess<E>;
    access.value = placeAccess<QMap<QString, E>>.value;
    access.emplace = placeAccess<QMap<QString, E>>.emplace;
    return access;
}

template<class E>
TypeAccess collectionOf(Kind kind)
{
    return kind == Kind::List ? listOf<E>() : mapOf<E>();
}

// Collections of collections hold texts in the suites.
TypeAccess collectionAccess(Kind kind, Kind element)
{
    switch (element) {
    case Kind::Integer:
        return collectionOf<qint64>(kind);
    case Kind::Struct:
        return collectionOf<Record>(kind);
    case Kind::List:
        return collectionOf<QList<QString>>(kind);
    case Kind::Map:
        return collectionOf<QMap<QString, QString>>(kind);
    default:
        return collectionOf<QString>(kind);
    }
}

const TypeDescriptor text{.kind = Kind::String, .access = &placeAccess<QString>};
const TypeDescriptor integer{.kind = Kind::Integer, .access = &placeAccess<qint64>};
const TypeDescriptor boolean{.kind = Kind::Boolean, .access = &placeAccess<bool>};
const TypeDescriptor timestamp{.kind = Kind::Timestamp, .access = &placeAccess<double>};
const TypeDescriptor blob{.kind = Kind::Blob, .access = &placeAccess<QByteArray>};
const TypeDescriptor document{.kind = Kind::Document, .access = &placeAccess<json::Value>};

void fill(const TypeDescriptor &type, const json::Value &value, void *target)
{
    switch (type.kind) {
    case Kind::String:
    case Kind::Enum:
        *static_cast<QString *>(target) = value.toString();
        return;
    case Kind::Integer:
        *static_cast<qint64 *>(target) = value.toInteger().value();
        return;
    case Kind::Boolean:
        *static_cast<bool *>(target) = value.toBool();
        return;
    case Kind::Timestamp:
        *static_cast<double *>(target) = value.toDouble().value();
        return;
    case Kind::Blob:
        *static_cast<QByteArray *>(target) = value.toString().toUtf8();
        return;
    case Kind::Document:
        *static_cast<json::Value *>(target) = value;
        return;
    case Kind::List:
        for (const json::Value &element : value.elements())
            fill(*type.element, element, type.access->append(target));
        return;
    case Kind::Map:
        for (const json::Member &entry : value.members())
            fill(*type.element, entry.value, type.access->insert(target, entry.name));
        return;
    case Kind::Struct:
        *static_cast<Record *>(target) = ProtocolShapes::fromPlain(*type.structure, value);
        return;
    }
}

json::Value plain(const TypeDescriptor &type, const void *value)
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
        return QString::fromUtf8(*static_cast<const QByteArray *>(value));
    case Kind::Document:
        return *static_cast<const json::Value *>(value);
    case Kind::List: {
        json::Value list = json::Value::array();
        for (qsizetype index = 0; index < type.access->size(value); ++index)
            list.append(plain(*type.element, type.access->at(value, index)));
        return list;
    }
    case Kind::Map: {
        json::Value map = json::Value::object();
        type.access->visit(value,
                           [&](const QString &key, const void *item) { map.set(key, plain(*type.element, item)); });
        return map;
    }
    case Kind::Struct:
        return ProtocolShapes::toPlain(*type.structure, *static_cast<const Record *>(value));
    }
    Q_UNREACHABLE();
}

} // namespace

ProtocolShapes::ProtocolShapes(json::Value shapes)
    : m_shapes(std::move(shapes))
{
}

const model::StructDescriptor *ProtocolShapes::structure(const QString &shape)
{
    auto &made = m_structures[shape];
    if (made)
        return made.get();
    // Known before its members are: they may lead back to it.
    made = std::make_unique<model::StructDescriptor>();
    model::StructDescriptor *const descriptor = made.get();
    descriptor->name = name(shape);
    std::vector<model::MemberDescriptor> members;
    const json::Value list = m_shapes.value(shape).value(u"members");
    for (const json::Member &member : list.members()) {
        const TypeDescriptor *memberType = type(member.value.value(u"shape").toString());
        if (!memberType)
            continue;
        const size_t offset = members.size() * sizeof(Place);
        members.push_back(
            {.name = name(member.name), .field = name(member.name), .type = memberType, .offset = offset});
    }
    Q_ASSERT(members.size() <= Record().members.size());
    m_members.push_back(std::move(members));
    descriptor->members = m_members.back();
    return descriptor;
}

const TypeDescriptor *ProtocolShapes::type(const QString &shape)
{
    const json::Value described = m_shapes.value(shape);
    const QString kind = described.value(u"type").toString();
    const QString format = described.value(u"timestampFormat").toString();
    if (described.value(u"document").toBool())
        return &document;
    if (kind == u"string")
        return &text;
    if (kind == u"integer" || kind == u"long")
        return &integer;
    if (kind == u"boolean")
        return &boolean;
    if (kind == u"blob")
        return &blob;
    if (kind == u"timestamp")
        return format.isEmpty() || format == u"unixTimestamp" ? &timestamp : nullptr;
    if (kind == u"list")
        return collection(Kind::List, described.value(u"member").value(u"shape").toString());
    if (kind == u"map")
        return collection(Kind::Map, described.value(u"value").value(u"shape").toString());
    if (kind == u"structure")
        return keep({.kind = Kind::Struct, .structure = structure(shape), .access = &placeAccess<Record>});
    return nullptr;
}

const TypeDescriptor *ProtocolShapes::collection(Kind kind, const QString &element)
{
    const TypeDescriptor *const elementType = type(element);
    if (!elementType)
        return nullptr;
    m_accesses.push_back(collectionAccess(kind, elementType->kind));
    return keep({.kind = kind, .element = elementType, .access = &m_accesses.back()});
}

const TypeDescriptor *ProtocolShapes::keep(const TypeDescriptor &type)
{
    m_types.push_back(type);
    return &m_types.back();
}

QLatin1StringView ProtocolShapes::name(const QString &text)
{
    m_names.push_back(text.toLatin1());
    return QLatin1StringView(m_names.back());
}

Record ProtocolShapes::fromPlain(const model::StructDescriptor &structure, const json::Value &value)
{
    Record record;
    for (const json::Member &given : value.members()) {
        const model::MemberDescriptor *member = structure.find(given.name);
        if (!member || given.value.isNull())
            continue;
        Place &place = record.members.at(member->offset / sizeof(Place));
        fill(*member->type, given.value, member->type->access->emplace(&place));
    }
    return record;
}

json::Value ProtocolShapes::toPlain(const model::StructDescriptor &structure, const Record &record)
{
    json::Value object = json::Value::object();
    for (const model::MemberDescriptor &member : structure.members) {
        if (const void *value = record.members.at(member.offset / sizeof(Place)).get())
            object.set(QString(member.name), plain(*member.type, value));
    }
    return object;
}

} // namespace poolscope::tests
