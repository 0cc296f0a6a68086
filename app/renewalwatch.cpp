#include "app/renewalwatch.h"

#include "auth/sessionrenewal.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

#include <QEvent>

namespace poolscope {

namespace {

const QString renewalBanner = QStringLiteral("renewal");

} // namespace

RenewalWatch::RenewalWatch(ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    window.installEventFilter(this);
}

void RenewalWatch::watch(auth::SessionRenewal &renewal)
{
    m_renewal = &renewal;
    m_window.banners()->hide(renewalBanner);
    connect(&renewal, &auth::SessionRenewal::failed, this, &RenewalWatch::showFailure);
    connect(&renewal, &auth::SessionRenewal::settled, this, [this] { m_window.banners()->hide(renewalBanner); });
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
    const QString then = retries ? tr("Poolscope tries again in a minute.") : tr("Sign in again to get new ones.");
    m_window.banners()->show(renewalBanner, {.tone = ui::Tone::Caution,
                                             .title = tr("The tokens of %1 could not be refreshed.").arg(displayName),
                                             .body = QStringLiteral("%1 %2").arg(error.message, then)});
}

} // namespace poolscope
