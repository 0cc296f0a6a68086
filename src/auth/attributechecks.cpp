#include "auth/attributes.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace poolscope::auth {

namespace {

using QCA = QCoreApplication;
using Problem = std::optional<QString>;

bool matches(const QString &pattern, const QString &value)
{
    return QRegularExpression(pattern).match(value).hasMatch();
}

Problem emailProblem(const QString &value)
{
    // Only what no address can do without; the rest is the service's to judge.
    if (matches(QStringLiteral("^[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)*$"), value))
        return {};
    return QCA::translate("Auth", "An e-mail address looks like user@example.com.");
}

Problem phoneProblem(const QString &value)
{
    if (matches(QStringLiteral("^\\+[1-9][0-9]{1,14}$"), value))
        return {};
    if (!value.startsWith(u'+'))
        return QCA::translate("Auth", "Begin with + and the country code, such as +14155550132.");
    return QCA::translate("Auth", "Use only digits after the +, at most 15, without blanks: +14155550132.");
}

Problem birthdateProblem(const QString &value)
{
    const bool shaped = matches(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), value);
    if (shaped && QDate::fromString(value, Qt::ISODate).isValid())
        return {};
    return QCA::translate("Auth", "Write the date as YYYY-MM-DD, such as 1990-12-31.");
}

Problem localeProblem(const QString &value)
{
    if (matches(QStringLiteral("^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$"), value))
        return {};
    return QCA::translate("Auth", "Write a language and a region, such as en-US.");
}

Problem urlProblem(const QString &value)
{
    if (matches(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:\\S+$"), value))
        return {};
    return QCA::translate("Auth", "Write a whole web address, such as https://example.com.");
}

Problem numberProblem(const AttributeSpec &spec, const QString &value)
{
    bool ok = false;
    const double number = QLocale::c().toDouble(value, &ok);
    if (!ok || !matches(QStringLiteral("^-?[0-9]+(?:\\.[0-9]+)?$"), value))
        return QCA::translate("Auth", "Write a number, such as 42.");
    if (spec.minimumValue && number < *spec.minimumValue)
        return QCA::translate("Auth", "The number must be at least %1.").arg(*spec.minimumValue);
    if (spec.maximumValue && number > *spec.maximumValue)
        return QCA::translate("Auth", "The number must be at most %1.").arg(*spec.maximumValue);
    return {};
}

Problem booleanProblem(const QString &value)
{
    if (value == QLatin1StringView("true") || value == QLatin1StringView("false"))
        return {};
    return QCA::translate("Auth", "Write true or false.");
}

Problem dateTimeProblem(const QString &value)
{
    if (QDateTime::fromString(value, Qt::ISODateWithMs).isValid())
        return {};
    return QCA::translate("Auth", "Write date and time, such as 2026-01-31T12:00:00Z.");
}

Problem lengthProblem(const AttributeSpec &spec, const QString &value)
{
    const qint64 length = value.toUcs4().size();
    if (spec.minimumLength && length < *spec.minimumLength)
        return QCA::translate("Auth", "This is too short: the shortest length is %1.").arg(*spec.minimumLength);
    if (spec.maximumLength && length > *spec.maximumLength)
        return QCA::translate("Auth", "This is too long: the longest length is %1.").arg(*spec.maximumLength);
    return {};
}

Problem typeProblem(const AttributeSpec &spec, const QString &value)
{
    switch (spec.type) {
    case AttributeType::Email:
        return emailProblem(value);
    case AttributeType::Phone:
        return phoneProblem(value);
    case AttributeType::Birthdate:
        return birthdateProblem(value);
    case AttributeType::Locale:
        return localeProblem(value);
    case AttributeType::Url:
        return urlProblem(value);
    case AttributeType::Number:
        return numberProblem(spec, value);
    case AttributeType::Boolean:
        return booleanProblem(value);
    case AttributeType::DateTime:
        return dateTimeProblem(value);
    case AttributeType::Text:
        break;
    }
    return {};
}

} // namespace

std::optional<QString> attributeProblem(const AttributeSpec &spec, const QString &value)
{
    if (value.isEmpty()) {
        if (spec.required)
            return QCA::translate("Auth", "This pool asks for it.");
        return {};
    }
    if (auto problem = typeProblem(spec, value))
        return problem;
    return lengthProblem(spec, value);
}

} // namespace poolscope::auth
