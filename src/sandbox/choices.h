#pragma once

#include "core/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace poolscope::sandbox {

// A behaviour of the service that no source settles, or a strictness that the tester may want otherwise.
struct Choice
{
    QLatin1StringView name; // "check-signatures"
    QStringList values;     // the first is the default
    QString description;    // one translated sentence for people
    QLatin1StringView mark; // how sure the default is: "recalled", "inferred", "disputed", "ours"
};

// Those of the server itself (not of single operations).
QList<Choice> serverChoices();

// All choices with their values. A plain value; reentrant.
class Choices final
{
public:
    // Refuses an unknown name or value (Validation, "UnknownChoice" / "UnknownChoiceValue").
    static Result<Choices> make(const QList<Choice> &known, const QMap<QString, QString> &wanted);

    // Another value from now on; true where it was not the same before. The same refusals; nothing changes then.
    Result<bool> set(const QString &name, const QString &value);

    QString value(QLatin1StringView name) const; // the default where nothing else was wanted
    bool is(QLatin1StringView name, QLatin1StringView value) const { return this->value(name) == value; }
    const QList<Choice> &known() const { return m_known; }

private:
    QList<Choice> m_known;
    QMap<QString, QString> m_values;
};

namespace choice {
inline constexpr QLatin1StringView CheckSignatures("check-signatures");               // well-formed | verified | none
inline constexpr QLatin1StringView SignatureClock("signature-clock-tolerance");       // seconds | any
inline constexpr QLatin1StringView PublicSignature("signature-where-none-is-needed"); // ignore | check
inline constexpr QLatin1StringView UnknownMember("unknown-member");                   // refuse | ignore
} // namespace choice

} // namespace poolscope::sandbox
