#include "app/application.h"
#include "ui/guide/guidepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QAction>

// What the command palette offers beside the window's own, and the ways to the error guide.
namespace poolscope {

// By the words that people look for, beside the pages' own names.
void Application::addCommands()
{
    const auto add = [this](const QString &text, const QString &name, QLatin1StringView page) {
        auto *action = new QAction(text, m_window.get());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, page] {
            m_window->showPage(QString(page));
            m_window->focusPage();
        });
        m_window->addCommand(action);
    };
    add(tr("Why can’t this user sign in?"), QStringLiteral("command.why"), ui::pages::Why);
    add(tr("Explain an error from somewhere else"), QStringLiteral("command.explain"), ui::pages::Guide);
    connect(m_window.get(), &ui::MainWindow::guideRequested, this, &Application::showGuide);
}

void Application::showGuide(const QString &entryId)
{
    m_window->showPage(QString(ui::pages::Guide));
    if (auto *guide = qobject_cast<ui::GuidePage *>(m_window->page(QString(ui::pages::Guide))))
        guide->showEntry(entryId);
}

} // namespace poolscope
