#include "ui/mainwindowbench.h"

#include "ui/common/page.h"
#include "ui/keyboard.h"

#include <QLineEdit>
#include <QSettings>
#include <QTest>
#include <QVBoxLayout>

namespace poolscope::ui {

PageFactory MainWindowBench::page(const QString &id, const QString &title, Section section)
{
    return {.id = id,
            .title = title,
            .iconName = QStringLiteral("list-add"),
            .section = section,
            .shortcut = {},
            .create = [this, id, title](QWidget *parent) {
                m_made += id;
                auto *made = new Page(title, parent);
                auto *field = new QLineEdit(made);
                field->setObjectName(id + QStringLiteral(".field"));
                field->setAccessibleName(title);
                made->setScrollingBody(field);
                auto *own = new QAction(QStringLiteral("Resend the code of %1").arg(id), made);
                own->setObjectName(id + QStringLiteral(".resend"));
                made->addAction(own);
                return made;
            }};
}

MainWindow *MainWindowBench::make(QSettings *settings)
{
    MainWindow::Parts parts;
    parts.pages = {page(QStringLiteral("signup"), QStringLiteral("Sign up"), Section::Try),
                   page(QStringLiteral("signin"), QStringLiteral("Sign in"), Section::Try),
                   page(QStringLiteral("users"), QStringLiteral("Users"), Section::Inspect)};
    for (MainWindow::WidgetFactory *factory : {&parts.activityPanel, &parts.mailboxPanel}) {
        *factory = [this](QWidget *parent) {
            m_made += QStringLiteral("panel");
            return new QWidget(parent);
        };
    }
    parts.theme = m_theme.get();
    parts.settings = settings;
    return new MainWindow(std::move(parts));
}

void MainWindowBench::open()
{
    m_made.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>();
    m_theme->apply();
    m_window.reset(make());
    profiles::Connection connection;
    connection.id = QStringLiteral("acme");
    connection.name = QStringLiteral("acme-prod");
    connection.userPoolId = QStringLiteral("eu-west-1_Kx83Ja2Qe");
    connection.environment = profiles::Environment::Production;
    connection.readOnly = true;
    m_window->setConnections({connection});
    m_window->setConnection(connection);
    showActive(m_window.get());
}

void MainWindowBench::close()
{
    m_window.reset();
}

} // namespace poolscope::ui
