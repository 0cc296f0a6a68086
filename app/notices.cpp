#include "app/notices.h"

#include "ui/workspace/explained.h"

#include <QCoreApplication>

namespace poolscope::notices {

namespace {

using QCA = QCoreApplication;

ui::Callout::Action tryAgain()
{
    return {QStringLiteral("retry"), QCA::translate("Notices", "Try again")};
}

} // namespace

ui::Callout::Content damagedData(const QString &path)
{
    return {.tone = ui::Tone::Caution,
            .title = QCA::translate("Notices", "The sandbox's data could not be read, so the sandbox starts empty."),
            .body = QCA::translate("Notices", "The old data lies at %1.").arg(path),
            .canBeClosed = true};
}

ui::Callout::Content noDemoPool(const Error &error)
{
    return {.tone = ui::Tone::Bad,
            .title = QCA::translate("Notices", "The sandbox's demo pool could not be made."),
            .body = error.message,
            .actions = {tryAgain()}};
}

ui::Callout::Content sandboxFailed(const Error &error)
{
    if (error.code != u"NotOnDisk")
        return {.tone = ui::Tone::Bad,
                .title = QCA::translate("Notices", "The sandbox could not be started."),
                .body = error.message,
                .actions = {tryAgain()}};
    return {.tone = ui::Tone::Bad,
            .title = QCA::translate("Notices", "The sandbox has ended."),
            .body = error.message,
            .actions = {{QStringLiteral("retry"), QCA::translate("Notices", "Start again")}}};
}

ui::Callout::Content noKeychain(const QString &sentence)
{
    return {.tone = ui::Tone::Caution, .title = sentence, .actions = {tryAgain()}};
}

ui::Callout::Content unsavedConnections(const Error &error)
{
    return {.tone = ui::Tone::Bad,
            .title = error.message,
            .whatToDo = QCA::translate(
                "Notices", "What was chosen last counts only until Poolscope ends. Where the disk or its rights are "
                           "the cause, mend that and choose it again."),
            .canBeClosed = true};
}

ui::Callout::Content unreadConnections(const QString &problem)
{
    return {.tone = ui::Tone::Caution, .title = problem, .canBeClosed = true};
}

ui::Callout::Content uselessKeys(const Error &error, const diagnosis::Facts &facts)
{
    ui::Callout::Content content = ui::explained(error, facts, {}).content;
    content.tone = ui::Tone::Caution;
    content.body = QStringList{content.title, content.body}.join(u' ').trimmed();
    content.title =
        QCA::translate("Notices", "The pool's settings could not be read with the AWS keys of this connection.");
    content.actions = {{QStringLiteral("edit"), QCA::translate("Notices", "Edit the connection")}};
    content.canBeClosed = true;
    return content;
}

} // namespace poolscope::notices
