#include "core/redaction.h"
#include "model/codec.h"

#include <algorithm>

namespace poolscope::model {

namespace {

json::Value redactValue(const TypeDescriptor &type, const json::Value &value);

json::Value mark()
{
    return redactedMark();
}

// The same array or object with every item given to `change`, which gets the key (empty in arrays).
template<class Change>
json::Value changed(const json::Value &value, Change &&change)
{
    if (value.isArray()) {
        QList<json::Value> elements;
        for (const json::Value &element : value.elements())
            elements.append(change(QString(), element));
        return elements;
    }
    QList<json::Member> members;
    for (const json::Member &member : value.members())
        members.append({member.name, change(member.name, member.value)});
    return members;
}

bool holdsItems(const TypeDescriptor &type, const json::Value &value)
{
    return (type.kind == Kind::List && value.isArray()) || (type.kind == Kind::Map && value.isObject());
}

json::Value redactMember(const MemberDescriptor &member, const json::Value &value)
{
    if (value.isNull())
        return value;
    if (member.redacted) {
        return holdsItems(*member.type, value)
                   ? changed(value, [](const QString &, const json::Value &) { return mark(); })
                   : mark();
    }
    if (!member.redactedKeys.empty() && value.isObject()) {
        return changed(value, [&member](const QString &key, const json::Value &item) {
            const auto &keys = member.redactedKeys;
            const bool secret = std::find(keys.begin(), keys.end(), key) != keys.end();
            return secret ? mark() : redactValue(*member.type->element, item);
        });
    }
    return redactValue(*member.type, value);
}

json::Value redactValue(const TypeDescriptor &type, const json::Value &value)
{
    if (value.isNull())
        return value;
    if (holdsItems(type, value)) {
        return changed(value,
                       [&type](const QString &, const json::Value &item) { return redactValue(*type.element, item); });
    }
    if (type.kind == Kind::Struct)
        return redact(*type.structure, value);
    // A value of another JSON type than the model says may be anything.
    const bool wrong = (value.isArray() || value.isObject()) && type.kind != Kind::Document;
    return wrong ? mark() : value;
}

void collectUnknown(const StructDescriptor &descriptor, const json::Value &value, const QString &pointer,
                    QStringList &found);

QString stepInto(const QString &pointer, QString step)
{
    step.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
    return pointer + u'/' + step;
}

void collectUnknown(const TypeDescriptor &type, const json::Value &value, const QString &pointer, QStringList &found)
{
    if (type.kind == Kind::Struct)
        collectUnknown(*type.structure, value, pointer, found);
    if (type.kind == Kind::List) {
        for (qsizetype index = 0; index < value.elements().size(); ++index)
            collectUnknown(*type.element, value.elements().at(index), stepInto(pointer, QString::number(index)), found);
    }
    if (type.kind == Kind::Map) {
        for (const json::Member &entry : value.members())
            collectUnknown(*type.element, entry.value, stepInto(pointer, entry.name), found);
    }
}

void collectUnknown(const StructDescriptor &descriptor, const json::Value &value, const QString &pointer,
                    QStringList &found)
{
    for (const json::Member &given : value.members()) {
        const QString here = stepInto(pointer, given.name);
        if (const MemberDescriptor *member = descriptor.find(given.name))
            collectUnknown(*member->type, given.value, here, found);
        else
            found.append(here);
    }
}

} // namespace

json::Value redact(const StructDescriptor &descriptor, const json::Value &value)
{
    if (!value.isObject())
        return value.isNull() ? value : mark();
    return changed(value, [&descriptor](const QString &name, const json::Value &given) {
        const MemberDescriptor *member = descriptor.find(name);
        return member ? redactMember(*member, given) : given.isNull() ? given : mark();
    });
}

QStringList unknownMembers(const StructDescriptor &descriptor, const json::Value &value)
{
    QStringList found;
    collectUnknown(descriptor, value, QString(), found);
    return found;
}

} // namespace poolscope::model
