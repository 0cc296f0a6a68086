#include "model/codec.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

// The wordings. Observed at the service: least length ("Member must have length greater than or equal to"), pattern,
// enum value set, the joined form with its count, and that a sensitive member's value is left out. Not among the
// observed facts but by analogy with them: null ("Value null at", "Member must not be null"), greatest length, least
// and greatest number, the paths of list elements and map values, the form for elements that are no enum value
// ("Member must satisfy constraint: [...]"), how a list is written as a value, the order of the values in a set, and
// that violations come in the order of the model and of length before pattern.
namespace poolscope::model {

namespace {

// A place in the request, as steps from the outside, which have to outlive it: it is written out only for a violation.
struct Place
{
    const Place *around = nullptr;
    QAnyStringView pathStep;    // as the service names it
    QAnyStringView pointerStep; // of a JSON pointer, not escaped
    bool sensitive = false;     // this or something around it

    Place inside(QAnyStringView innerPath, QAnyStringView innerPointer, bool marked) const
    {
        return {this, innerPath, innerPointer, sensitive || marked};
    }
    QString path() const
    {
        const QString before = around ? around->path() : QString();
        return before.isEmpty() ? pathStep.toString() : before + u'.' + pathStep.toString();
    }
    QString pointer() const
    {
        if (!around)
            return {};
        QString step = pointerStep.toString();
        step.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
        return around->pointer() + u'/' + step;
    }
};

qsizetype codePoints(const QString &text)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size(); ++at, ++count) {
        if (text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
            ++at;
    }
    return count;
}

// What the pattern of passwords asks for; an expression engine tries every way of parting the text in three, and gives up
// on a thousand characters after some tenths of a second.
constexpr QLatin1StringView noOuterBlanks(R"(^[\S]+.*[\S]+$)");

bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

bool hasNoOuterBlanks(const QString &text)
{
    return codePoints(text) >= 2 && !isBlank(text.front()) && !isBlank(text.back()) && !text.contains(u'\n');
}

// Of tokens, a thousand characters that come with most requests.
constexpr QLatin1StringView tokenCharacters("[A-Za-z0-9-_=.]+");

bool isTokenCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' ||
           c == u'=' || c == u'.';
}

// The patterns are Java's: \w, \d and \s mean ASCII, and the whole text has to match. Kept per thread, because compiling
// one costs far more than using it, and the map that they are kept in is not for several.
bool matchesWhole(QLatin1StringView pattern, const QString &text)
{
    if (pattern == noOuterBlanks)
        return hasNoOuterBlanks(text);
    if (pattern == tokenCharacters)
        return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
    thread_local QHash<QLatin1StringView, QRegularExpression> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end())
        found = compiled.insert(pattern, QRegularExpression(QRegularExpression::anchoredPattern(pattern)));
    return found->match(text).hasMatch();
}

bool isKnownValue(const EnumDescriptor &enumeration, const QString &text)
{
    return std::find(enumeration.values.begin(), enumeration.values.end(), text) != enumeration.values.end();
}

QString enumWording(const EnumDescriptor &enumeration)
{
    QStringList values;
    for (const QLatin1StringView value : enumeration.values)
        values.append(value);
    return QStringLiteral("Member must satisfy enum value set: [%1]").arg(values.join(QStringLiteral(", ")));
}

// As the service would print it; nothing where that is not known, as for structures.
std::optional<QString> printed(const json::Value &value)
{
    switch (value.type()) {
    case json::Value::Type::String:
        return value.toString();
    case json::Value::Type::Number:
        return QString::fromLatin1(value.numberText());
    case json::Value::Type::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case json::Value::Type::Array: {
        QStringList parts;
        for (const json::Value &element : value.elements()) {
            const auto part = element.isArray() ? std::nullopt : printed(element);
            if (!part)
                return std::nullopt;
            parts.append(*part);
        }
        return u'[' + parts.join(QStringLiteral(", ")) + u']';
    }
    case json::Value::Type::Null:
    case json::Value::Type::Object:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

// Of duplicates the last counts, as it does when decoding.
json::Value lastOf(const json::Value &object, QLatin1StringView name)
{
    const auto &members = object.members();
    const auto found = std::find_if(members.crbegin(), members.crend(),
                                    [name](const json::Member &member) { return member.name == name; });
    return found == members.crend() ? json::Value() : found->value;
}

class Checker
{
public:
    void checkStruct(const StructDescriptor &descriptor, const json::Value &value, const Place &place);
    QList<Violation> take() { return std::move(m_found); }

private:
    void checkMember(const MemberDescriptor &member, const json::Value &value, const Place &place);
    void checkValue(const TypeDescriptor &type, const json::Value &value, const Place &place);
    void checkLength(const MemberDescriptor &member, const json::Value &value, const Place &place);
    void checkSize(const MemberDescriptor &member, qint64 size, const json::Value &value, const Place &place);
    void checkItems(const TypeDescriptor &type, const json::Value &value, const Place &place);
    void report(Violation::Rule rule, const json::Value &value, const Place &place, const QString &wording);

    QList<Violation> m_found;
};

void Checker::report(Violation::Rule rule, const json::Value &value, const Place &place, const QString &wording)
{
    QString subject = QStringLiteral("Value");
    if (!place.sensitive) {
        if (value.isNull())
            subject += QStringLiteral(" null");
        else if (const auto text = printed(value))
            subject += QStringLiteral(" '") + *text + u'\'';
    }
    const QString message =
        subject + QStringLiteral(" at '") + place.path() + QStringLiteral("' failed to satisfy constraint: ") + wording;
    m_found.append(Violation{rule, place.path(), place.pointer(), message});
}

void Checker::checkLength(const MemberDescriptor &member, const json::Value &value, const Place &place)
{
    if (member.minimum != noLimit || member.maximum != noLimit)
        checkSize(member, codePoints(value.toString()), value, place);
}

void Checker::checkSize(const MemberDescriptor &member, qint64 size, const json::Value &value, const Place &place)
{
    using Rule = Violation::Rule;
    const bool isNumber = member.type->kind == Kind::Integer;
    const QLatin1StringView what(isNumber ? "value" : "length");
    if (member.minimum != noLimit && size < member.minimum) {
        report(isNumber ? Rule::MinimumValue : Rule::MinimumLength, value, place,
               QStringLiteral("Member must have %1 greater than or equal to %2").arg(what).arg(member.minimum));
    }
    if (member.maximum != noLimit && size > member.maximum) {
        report(isNumber ? Rule::MaximumValue : Rule::MaximumLength, value, place,
               QStringLiteral("Member must have %1 less than or equal to %2").arg(what).arg(member.maximum));
    }
}

void Checker::checkItems(const TypeDescriptor &type, const json::Value &value, const Place &place)
{
    if (type.kind == Kind::List && type.element->kind == Kind::Enum) {
        const EnumDescriptor &enumeration = *type.element->enumeration;
        const bool known = std::all_of(value.elements().begin(), value.elements().end(), [&](const json::Value &item) {
            return !item.isString() || isKnownValue(enumeration, item.toString());
        });
        if (!known) {
            report(Violation::Rule::EnumValue, value, place,
                   QStringLiteral("Member must satisfy constraint: [%1]").arg(enumWording(enumeration)));
        }
        return;
    }
    for (qsizetype index = 0; index < value.elements().size(); ++index) {
        const QString step = QString::number(index + 1) + QStringLiteral(".member");
        const QString pointerStep = QString::number(index);
        checkValue(*type.element, value.elements().at(index), place.inside(step, pointerStep, false));
    }
    for (const json::Member &entry : value.members()) {
        const QString step = entry.name + QStringLiteral(".member");
        checkValue(*type.element, entry.value, place.inside(step, entry.name, false));
    }
}

void Checker::checkValue(const TypeDescriptor &type, const json::Value &value, const Place &place)
{
    switch (type.kind) {
    case Kind::Enum:
        if (value.isString() && !isKnownValue(*type.enumeration, value.toString()))
            report(Violation::Rule::EnumValue, value, place, enumWording(*type.enumeration));
        break;
    case Kind::List:
        if (value.isArray())
            checkItems(type, value, place);
        break;
    case Kind::Map:
        if (value.isObject())
            checkItems(type, value, place);
        break;
    case Kind::Struct:
        if (value.isObject())
            checkStruct(*type.structure, value, place);
        break;
    case Kind::String:
    case Kind::Integer:
    case Kind::Boolean:
    case Kind::Timestamp:
    case Kind::Blob:
    case Kind::Document:
        break;
    }
}

void Checker::checkMember(const MemberDescriptor &member, const json::Value &value, const Place &place)
{
    switch (member.type->kind) {
    case Kind::String:
        if (value.isString()) {
            checkLength(member, value, place);
            if (!member.pattern.isEmpty() && !matchesWhole(member.pattern, value.toString())) {
                report(Violation::Rule::Pattern, value, place,
                       QStringLiteral("Member must satisfy regular expression pattern: ") + member.pattern);
            }
        }
        break;
    case Kind::Integer:
        if (const auto number = value.toInteger())
            checkSize(member, *number, value, place);
        break;
    case Kind::Blob:
        if (value.isString())
            checkSize(member, QByteArray::fromBase64(value.toString().toUtf8()).size(), json::Value::object(), place);
        break;
    case Kind::List:
    case Kind::Map:
        if (value.isArray() || value.isObject())
            checkSize(member, value.size(), value, place);
        break;
    case Kind::Boolean:
    case Kind::Timestamp:
    case Kind::Document:
    case Kind::Enum:
    case Kind::Struct:
        break;
    }
    checkValue(*member.type, value, place);
}

void Checker::checkStruct(const StructDescriptor &descriptor, const json::Value &value, const Place &place)
{
    for (const MemberDescriptor &member : descriptor.members) {
        const json::Value given = lastOf(value, member.name);
        const Place here = place.inside(member.field, member.name, member.sensitive);
        if (!given.isNull())
            checkMember(member, given, here);
        else if (member.required)
            report(Violation::Rule::Required, given, here, QStringLiteral("Member must not be null"));
    }
}

} // namespace

QList<Violation> violations(const StructDescriptor &descriptor, const json::Value &value)
{
    Checker checker;
    checker.checkStruct(descriptor, value, Place());
    return checker.take();
}

QString violationMessage(const QList<Violation> &violations)
{
    if (violations.isEmpty())
        return QString();
    QStringList messages;
    for (const Violation &violation : violations)
        messages.append(violation.message);
    const QString noun = violations.size() == 1 ? QStringLiteral("error") : QStringLiteral("errors");
    return QStringLiteral("%1 validation %2 detected: ").arg(violations.size()).arg(noun) +
           messages.join(QStringLiteral("; "));
}

} // namespace poolscope::model
