#include "app/renewalwatch.h"

#include "app/bannerids.h"
#include "auth/session.h"
#include "auth/sessionmanager.h"
#include "auth/sessionrenewal.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QEvent>

#include <algorithm>

namespace poolscope {

namespace {

const QString signInAction = QStringLiteral("signInInstead");

} // namespace

RenewalWatch::RenewalWatch(ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    window.installEventFilter(this);
    connect(window.banners(), &ui::Banners::actionTriggered, this,
            [this](const QString &banner, const QString &action) {
                if (banner == bannerids::Renewal && action == signInAction)
                    signInInstead();
            });
}

void RenewalWatch::watch(auth::SessionRenewal &renewal, ui::Workspace &workspace)
{
    if (m_renewal)
        m_renewal->disconnect(this);
    m_renewal = &renewal;
    m_workspace = &workspace;
    const auto hide = [this] { m_window.banners()->hide(bannerids::Renewal); };
    hide();
    connect(&renewal, &auth::SessionRenewal::failed, this, &RenewalWatch::showFailure);
    connect(&renewal, &auth::SessionRenewal::settled, this, hide);
    connect(&renewal, &QObject::destroyed, this, hide); // the connection is closed: nothing else would say so
    tellWhetherShown();
}

bool RenewalWatch::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == &m_window && (type == QEvent::Show || type == QEvent::Hide || type == QEvent::WindowStateChange))
        tellWhetherShown();
    return QObject::eventFilter(watched, event);
}

void RenewalWatch::tellWhetherShown()
{
    if (m_renewal)
        m_renewal->setShown(m_window.isVisible() && !m_window.isMinimized());
}

void RenewalWatch::showFailure(const QString &displayName, const Error &error, bool retries)
{
    m_failed = displayName;
    ui::Callout::Content content = ui::explained(error, m_workspace->facts(), {}).content;
    content.tone = ui::Tone::Caution;
    content.body = QStringList{content.title, content.body}.join(u' ').trimmed();
    content.title = tr("The tokens of %1 could not be refreshed.").arg(displayName);
    if (retries) {
        content.whatToDo = tr("Poolscope tries again in a minute.");
    } else {
        content.whatToDo = tr("Sign in again to get new ones.");
        content.actions = {{signInAction, tr("Sign in")}};
    }
    m_window.banners()->show(bannerids::Renewal, content);
}

void RenewalWatch::signInInstead()
{
    if (!m_workspace)
        return;
    const QList<auth::Session *> sessions = m_workspace->sessions().sessions();
    const auto found = std::find_if(sessions.cbegin(), sessions.cend(),
                                    [this](const auto *session) { return session->displayName() == m_failed; });
    const QString name = found == sessions.cend() ? m_failed : m_workspace->signInName(**found);
    m_workspace->requestSignIn({.username = name}, false);
}

} // namespace poolscope
