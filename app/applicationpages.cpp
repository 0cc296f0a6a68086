#include "app/application.h"
#include "app/openconnection.h"
#include "app/openingpage.h"
#include "ui/guide/guidepage.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"
#include "ui/tokens/tokenspage.h"
#include "ui/why/whypage.h"

// Application's pages: which ones the window has, and what stands on each.
namespace poolscope {

QList<ui::PageFactory> Application::pages()
{
    // Keys of their own, so that they are the same whether or not there is a Sandbox page.
    const auto factory = [this](QLatin1StringView id, const QString &title, const QString &icon, ui::Section section,
                                Qt::Key key) {
        return ui::PageFactory{.id = QString(id),
                               .title = title,
                               .iconName = icon,
                               .section = section,
                               .shortcut = QKeySequence(Qt::CTRL | key),
                               .create = [this, id, title](QWidget *parent) { return makePage(id, title, parent); }};
    };
    QList<ui::PageFactory> list{
        factory(ui::pages::SignUp, tr("Sign up"), QStringLiteral("list-add-user"), ui::Section::Try, Qt::Key_1),
        factory(ui::pages::SignIn, tr("Sign in"), QStringLiteral("object-unlocked"), ui::Section::Try, Qt::Key_2),
        factory(ui::pages::Tokens, tr("Tokens"), QStringLiteral("view-certificate"), ui::Section::Try, Qt::Key_3)};
    if (m_openId.isEmpty() || m_openId == profiles::sandboxId)
        list.append(factory(ui::pages::SandboxUsers, tr("Sandbox"), QStringLiteral("system-users"),
                            ui::Section::Inspect, Qt::Key_4));
    list.append(factory(ui::pages::Why, tr("Sign-in trouble"), QStringLiteral("edit-find-user"), ui::Section::Inspect,
                        Qt::Key_5));
    list.append(
        factory(ui::pages::Guide, tr("Error guide"), QStringLiteral("help-contents"), ui::Section::Inspect, Qt::Key_6));
    return list;
}

QWidget *Application::makePage(QLatin1StringView id, const QString &title, QWidget *parent)
{
    if (id == ui::pages::Guide) { // of no connection: what is pasted there outlives them
        auto *guide = new ui::GuidePage(parent);
        guide->keepTextIn(&m_guideText);
        return guide;
    }
    if (!m_open)
        return makeOpeningPage(title, m_openFailure, parent);
    ui::Workspace &workspace = m_open->workspace();
    if (id == ui::pages::SignUp)
        return new ui::SignUpPage(workspace, parent);
    if (id == ui::pages::SignIn)
        return new ui::SignInPage(workspace, parent);
    if (id == ui::pages::Tokens)
        return new ui::TokensPage(workspace, parent);
    if (id == ui::pages::Why) {
        auto *why = new ui::WhyPage(workspace, parent);
        if (m_open->connection().kind == profiles::Connection::Kind::Sandbox)
            why->lookInto(m_sandbox);
        return why;
    }
    return makeSandboxPage(parent);
}

QWidget *Application::makeSandboxPage(QWidget *parent)
{
    auto *page = new ui::SandboxPage(m_open->workspace(), m_sandbox, parent);
    // Queued: it ends in this page's destruction, and it is in the middle of a signal.
    connect(page, &ui::SandboxPage::clientChosen, this, &Application::useClient, Qt::QueuedConnection);
    return page;
}

} // namespace poolscope
