#include "ui/workspace/explained.h"

#include "diagnosis/explain.h"

#include <QCoreApplication>
#include <QHash>

namespace poolscope::ui {

namespace {

QString actionText(const QString &id)
{
    static const QHash<QString, const char *> texts{
        {QStringLiteral("resendCode"), QT_TRANSLATE_NOOP("Explained", "Send a new code")},
        {QStringLiteral("useNewestCode"), QT_TRANSLATE_NOOP("Explained", "Use the newest code")},
        {QStringLiteral("signInInstead"), QT_TRANSLATE_NOOP("Explained", "Sign in")},
        {QStringLiteral("resetPassword"), QT_TRANSLATE_NOOP("Explained", "Set a new password")},
        {QStringLiteral("confirmUser"), QT_TRANSLATE_NOOP("Explained", "Confirm this user")},
        {QStringLiteral("editConnection"), QT_TRANSLATE_NOOP("Explained", "Edit the connection")},
        {QStringLiteral("useFlowSrp"), QT_TRANSLATE_NOOP("Explained", "Use SRP")},
        {QStringLiteral("useFlowPassword"), QT_TRANSLATE_NOOP("Explained", "Use a plain password")},
        {QStringLiteral("startAgain"), QT_TRANSLATE_NOOP("Explained", "Start again")},
        {QStringLiteral("refreshTokens"), QT_TRANSLATE_NOOP("Explained", "Refresh the tokens")},
        {QStringLiteral("retry"), QT_TRANSLATE_NOOP("Explained", "Try again")},
        {QStringLiteral("whyThisUser"), QT_TRANSLATE_NOOP("Explained", "Why can’t this user sign in?")},
        {QStringLiteral("inviteUser"), QT_TRANSLATE_NOOP("Explained", "Invite the user…")},
        {QStringLiteral("generatePassword"), QT_TRANSLATE_NOOP("Explained", "Make a password that fits")},
    };
    const char *text = texts.value(id);
    return text ? QCoreApplication::translate("Explained", text) : QString();
}

QString serviceWords(const Error &error)
{
    if (error.code.isEmpty() || error.message.isEmpty())
        return error.code + error.message;
    return QStringLiteral("%1 · %2").arg(error.code, error.message);
}

} // namespace

Explained explained(const Error &error, const diagnosis::Facts &facts, const QStringList &offered)
{
    const diagnosis::Explanation explanation = diagnosis::explain(error.operation, error, facts);
    Callout::Content content;
    content.tone = error.kind == Error::Kind::Cancelled ? Tone::Neutral : Tone::Bad;
    content.title = explanation.what;
    content.body = explanation.whyHere;
    content.whatToDo = explanation.whatToDo;
    content.requestId = error.requestId;
    // A refusal of our own is one sentence for people already; there is nobody else's to quote.
    if (error.kind == Error::Kind::Validation) {
        content.title = error.message;
        content.body.clear();
        content.whatToDo.clear();
    } else {
        content.serviceWords = serviceWords(error);
        content.guideId = explanation.id;
    }
    // The sandbox's connection has no form; what could be corrected in one is chosen on its page.
    const bool editsSandbox =
        explanation.action == u"editConnection" && facts.contains(QStringLiteral("connection.sandbox"));
    const bool concernsClient = explanation.field == u"connection";
    QString text = actionText(explanation.action);
    if (editsSandbox)
        text = concernsClient ? QCoreApplication::translate("Explained", "Choose another app client") : QString();
    if (editsSandbox && concernsClient)
        content.whatToDo = QCoreApplication::translate("Explained", "Choose another app client on the Sandbox page.");
    if (offered.contains(explanation.action) && !text.isEmpty())
        content.actions.append({explanation.action, text});
    return {content, explanation.field};
}

} // namespace poolscope::ui
