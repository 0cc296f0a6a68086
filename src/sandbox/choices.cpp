#include "sandbox/choices.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope::sandbox {

QList<Choice> serverChoices()
{
    return {
        Choice{choice::CheckSignatures,
               {QStringLiteral("well-formed"), QStringLiteral("none")},
               QCoreApplication::translate(
                   "SandboxChoices", "Operations for administrators need a Signature Version 4 header of the right "
                                     "form; its key and signature are not checked. With \"none\" they need no "
                                     "header at all."),
               QLatin1StringView("ours")},
        Choice{choice::SignatureClock,
               {QStringLiteral("300"), QStringLiteral("900"), QStringLiteral("any")},
               QCoreApplication::translate(
                   "SandboxChoices", "How many seconds the X-Amz-Date of a signed request may differ from both the "
                                     "sandbox's clock and the computer's own time."),
               QLatin1StringView("recalled")},
        Choice{choice::UnknownMember,
               {QStringLiteral("refuse"), QStringLiteral("ignore")},
               QCoreApplication::translate("SandboxChoices",
                                           "A member that the operation's model does not have is refused by name, or "
                                           "ignored as if it were not there."),
               QLatin1StringView("ours")},
    };
}

Result<Choices> Choices::make(const QList<Choice> &known, const QMap<QString, QString> &wanted)
{
    Choices choices;
    choices.m_known = known;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto choice =
            std::find_if(known.begin(), known.end(), [&](const Choice &known) { return known.name == it.key(); });
        if (choice == known.end()) {
            return failure(Error::validation(
                QStringLiteral("UnknownChoice"),
                QCoreApplication::translate("SandboxChoices", "The sandbox has no choice named %1.").arg(it.key())));
        }
        if (!choice->values.contains(it.value())) {
            return failure(Error::validation(
                QStringLiteral("UnknownChoiceValue"),
                QCoreApplication::translate("SandboxChoices", "The choice %1 takes one of %2, not %3.")
                    .arg(it.key(), choice->values.join(QStringLiteral(", ")), it.value())));
        }
        choices.m_values.insert(it.key(), it.value());
    }
    return choices;
}

QString Choices::value(QLatin1StringView name) const
{
    if (const auto chosen = m_values.constFind(QString(name)); chosen != m_values.cend())
        return *chosen;
    for (const Choice &choice : m_known) {
        if (choice.name == name)
            return choice.values.first();
    }
    return {};
}

} // namespace poolscope::sandbox
