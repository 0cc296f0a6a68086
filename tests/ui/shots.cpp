#include "ui/shots.h"

#include "ui/shell/mainwindow.h"

namespace poolscope::ui {

std::unique_ptr<QWidget> inMainWindow(const QString &pageId, const QString &title, MakeWidget page, MakeWidget mailbox)
{
    PageFactory factory;
    factory.id = pageId;
    factory.title = title;
    factory.iconName = QStringLiteral("list-add");
    factory.create = std::move(page);
    MainWindow::Parts parts;
    parts.pages = {factory};
    const bool withMailbox = bool(mailbox);
    parts.mailboxPanel = std::move(mailbox);
    auto window = std::make_unique<MainWindow>(std::move(parts));
    profiles::Connection connection;
    connection.id = QString(profiles::sandboxId);
    connection.name = QStringLiteral("Sandbox");
    connection.kind = profiles::Connection::Kind::Sandbox;
    connection.environment = profiles::Environment::Sandbox;
    connection.userPoolId = QStringLiteral("us-east-1_Demo01");
    window->setConnection(connection);
    window->setEndpointText(QStringLiteral("Sandbox · us-east-1_Demo01 · 127.0.0.1:9229"));
    window->setMailboxAvailable(withMailbox);
    return window;
}

} // namespace poolscope::ui
