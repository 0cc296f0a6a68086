#include "sandbox/choices.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope::sandbox {

QList<Choice> serverChoices()
{
    return {
        Choice{choice::CheckSignatures,
               {QStringLiteral("well-formed"), QStringLiteral("verified"), QStringLiteral("none")},
               QCoreApplication::translate(
                   "SandboxChoices", "Operations for administrators need a Signature Version 4 header of the right "
                                     "form; its key and signature are not checked. With \"verified\" they are: the "
                                     "access key and the secret key are both \"sandbox\". With \"none\" no header "
                                     "is needed at all."),
               QLatin1StringView("ours")},
        Choice{choice::SignatureClock,
               {QStringLiteral("300"), QStringLiteral("900"), QStringLiteral("any")},
               QCoreApplication::translate(
                   "SandboxChoices", "How many seconds the X-Amz-Date of a signed request may differ from both the "
                                     "sandbox's clock and the computer's own time."),
               QLatin1StringView("recalled")},
        Choice{choice::PublicSignature,
               {QStringLiteral("ignore"), QStringLiteral("check")},
               QCoreApplication::translate(
                   "SandboxChoices",
                   "Whether the signature of a signed request counts where the operation needs no AWS "
                   "credentials."),
               QLatin1StringView("inferred")},
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
        if (const auto set = choices.set(it.key(), it.value()); !set)
            return failure(set.error());
    }
    return choices;
}

Result<bool> Choices::set(const QString &name, const QString &value)
{
    const auto known =
        std::find_if(m_known.cbegin(), m_known.cend(), [&](const Choice &choice) { return choice.name == name; });
    if (known == m_known.cend()) {
        return failure(Error::validation(
            QStringLiteral("UnknownChoice"),
            QCoreApplication::translate("SandboxChoices", "The sandbox has no choice named %1.").arg(name)));
    }
    if (!known->values.contains(value)) {
        return failure(
            Error::validation(QStringLiteral("UnknownChoiceValue"),
                              QCoreApplication::translate("SandboxChoices", "The choice %1 takes one of %2, not %3.")
                                  .arg(name, known->values.join(QStringLiteral(", ")), value)));
    }
    const bool changes = this->value(known->name) != value;
    m_values.insert(name, value);
    return changes;
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
