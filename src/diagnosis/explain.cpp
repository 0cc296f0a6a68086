#include "diagnosis/explain.h"

#include "diagnosis/entry.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <optional>

namespace poolscope::diagnosis {

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

bool placeholdersKnown(const char *text, const Facts &facts)
{
    static const QRegularExpression placeholder(QStringLiteral(R"(\{([a-zA-Z.]+)\})"));
    auto matches = placeholder.globalMatch(QString::fromUtf8(text));
    while (matches.hasNext()) {
        if (facts.value(matches.next().captured(1)).isEmpty())
            return false;
    }
    return true;
}

// The number of facts that the entry asks for, or -1 where one of them is missing or different.
int matchedFacts(const Entry &entry, const Facts &facts)
{
    const QStringList pairs = words(entry.when);
    for (const QString &pair : pairs) {
        const QString known = facts.value(pair.section(u'=', 0, 0));
        const QString wanted = pair.section(u'=', 1);
        if (known.isEmpty() || (wanted != u"*" && wanted != known))
            return -1;
    }
    return int(pairs.size());
}

// How closely an entry fits, compared from left to right: facts, length of the message, code, operation, reason.
using Fit = std::array<qsizetype, 5>;

std::optional<Fit> fitOf(const Entry &entry, const QString &operation, const Error &error, const Facts &facts)
{
    const QLatin1StringView code(entry.code);
    const QLatin1StringView kind(entry.kind);
    const QString message = QString::fromUtf8(entry.message);
    const QStringList operations = words(entry.operations);
    if ((!code.isEmpty() && error.code != code) || (!kind.isEmpty() && toString(error.kind) != kind) ||
        (!message.isEmpty() && !error.message.contains(message)) ||
        (!operations.isEmpty() && !operations.contains(operation)))
        return {};
    const int known = matchedFacts(entry, facts);
    if (known < 0)
        return {};
    return Fit{known, message.size(), code.isEmpty() ? 0 : 1, operations.isEmpty() ? 0 : 1,
               placeholdersKnown(entry.why, facts) ? 1 : 0};
}

QString filled(const char *text, const Facts &facts)
{
    QString result = QCoreApplication::translate("Diagnoses", text);
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact)
        result.replace(u'{' + fact.key() + u'}', fact.value());
    return result;
}

// A reason that speaks of something unknown says nothing: better left out than shown with a hole.
QString filledIfKnown(const char *text, const Facts &facts)
{
    return placeholdersKnown(text, facts) ? filled(text, facts) : QString();
}

QString reasonHere(const Entry &entry, const Facts &facts)
{
    const bool precise = *entry.here && placeholdersKnown(entry.here, facts);
    return filledIfKnown(precise ? entry.here : entry.why, facts);
}

// "... at 'username' failed to satisfy constraint ...": the member is the field, where a form has one of that name.
QString memberNamedIn(const QString &message)
{
    static const QRegularExpression member(QStringLiteral(R"(at '([A-Za-z]+)[^']*' failed to satisfy)"));
    const QString name = member.match(message).captured(1);
    if (name == u"confirmationCode")
        return QStringLiteral("code");
    return name == u"userAttributes" ? QStringLiteral("attributes") : name;
}

const Entry *bestEntry(const QString &operation, const Error &error, const Facts &facts)
{
    const Entry *best = nullptr;
    std::optional<Fit> bestFit;
    for (const Entry &entry : entries()) {
        const std::optional<Fit> fit = fitOf(entry, operation, error, facts);
        if (fit && (!bestFit || *fit > *bestFit)) {
            best = &entry;
            bestFit = fit;
        }
    }
    return best;
}

} // namespace

Explanation explain(const QString &operation, const Error &error, const Facts &given)
{
    Facts facts = given;
    facts.insert(QStringLiteral("operation"), operation);
    if (error.outcomeUnknown)
        facts.insert(QStringLiteral("outcome"), QStringLiteral("unknown"));

    const Entry *entry = bestEntry(operation, error, facts);
    if (!entry)
        return {.id = {}, .what = error.message};
    QString what = placeholdersKnown(entry->what, facts) ? filled(entry->what, facts) : error.message;
    if (entry->possible)
        what = QCoreApplication::translate("Diagnoses", "Possibly: %1").arg(what);
    return {.id = QString::fromUtf8(entry->id),
            .what = what,
            .whyHere = reasonHere(*entry, facts),
            .whatToDo = filledIfKnown(entry->todo, facts),
            .field = *entry->field ? QString::fromUtf8(entry->field) : memberNamedIn(error.message),
            .action = QString::fromUtf8(entry->action),
            .source = QString::fromUtf8(entry->source),
            .possible = entry->possible};
}

QString attributeIn(const Error &error, const QStringList &sent, const QStringList &all)
{
    static const QRegularExpression place(QStringLiteral(R"('userAttributes\.(\d+)\.)"));
    const int number = place.match(error.message).captured(1).toInt();
    if (number > 0 && number <= sent.size())
        return sent.at(number - 1);
    QString longest;
    for (const QString &name : all) {
        const QRegularExpression word(
            QStringLiteral(R"((?<![\w:])%1(?!\w|[:.]\w))").arg(QRegularExpression::escape(name)));
        if (name.size() > longest.size() && error.message.contains(word))
            longest = name;
    }
    return longest;
}

QList<Error> separated(const Error &error)
{
    static const QRegularExpression several(QStringLiteral(R"(^\d+ validation errors detected: )"));
    static const QRegularExpression between(QStringLiteral("; (?=Value )"));
    const QRegularExpressionMatch head = several.match(error.message);
    if (!head.hasMatch())
        return {error};
    QList<Error> errors;
    const QStringList messages = error.message.mid(head.capturedLength()).split(between);
    for (const QString &message : messages) {
        Error one = error;
        one.message = QStringLiteral("1 validation error detected: ") + message;
        errors += one;
    }
    return errors;
}

} // namespace poolscope::diagnosis
