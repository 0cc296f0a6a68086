#include "ui/shots.h"

#include "ui/shell/mainwindow.h"

namespace poolscope::ui {

std::unique_ptr<QWidget> inMainWindow(const QString &pageId, const QString &title,
                                      std::function<QWidget *(QWidget *parent)> page)
{
    PageFactory factory;
    factory.id = pageId;
    factory.title = title;
    factory.iconName = QStringLiteral("list-add");
    factory.create = std::move(page);
    MainWindow::Parts parts;
    parts.pages = {factory};
    auto window = std::make_unique<MainWindow>(std::move(parts));
    profiles::Connection connection;
    connection.id = QString(profiles::sandboxId);
    connection.name = QStringLiteral("Sandbox");
    connection.kind = profiles::Connection::Kind::Sandbox;
    connection.environment = profiles::Environment::Sandbox;
    connection.userPoolId = QStringLiteral("us-east-1_Demo01");
    window->setConnection(connection);
    window->setEndpointText(QStringLiteral("Sandbox · us-east-1_Demo01 · 127.0.0.1:9229"));
    return window;
}

} // namespace poolscope::ui
