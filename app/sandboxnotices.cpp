#include "app/sandboxnotices.h"

#include "app/bannerids.h"
#include "sandbox/sandbox.h"
#include "ui/sandbox/controltexts.h"
#include "ui/shell/banners.h"

namespace poolscope {

namespace {

const QString realTimeAction = QStringLiteral("realTime");
const QString noFaultsAction = QStringLiteral("noFaults");

// How often they still happen changes with every request: it is no news.
QString kindsOf(QList<sandbox::Fault> faults)
{
    for (sandbox::Fault &fault : faults)
        fault.times.reset();
    return ui::faultsText(faults);
}

} // namespace

SandboxNotices::SandboxNotices(sandbox::Sandbox &sandbox, ui::Banners &banners, QObject *parent)
    : QObject(parent)
    , m_sandbox(sandbox)
    , m_banners(banners)
{
    connect(&sandbox, &sandbox::Sandbox::clockMoved, this, &SandboxNotices::show);
    connect(&sandbox, &sandbox::Sandbox::faultsChanged, this, &SandboxNotices::show);
    connect(&banners, &ui::Banners::actionTriggered, this, [this](const QString &banner, const QString &action) {
        if (banner == bannerids::SandboxControls && action == realTimeAction)
            m_sandbox.backToRealTime();
        else if (banner == bannerids::SandboxControls && action == noFaultsAction)
            m_sandbox.clearFaults();
    });
}

void SandboxNotices::setShown(bool shown)
{
    m_shown = shown;
    show();
}

void SandboxNotices::show()
{
    const bool clockMoved = m_shown && m_sandbox.clock().offsetMs() != 0;
    const QList<sandbox::Fault> faults = m_shown ? m_sandbox.faults() : QList<sandbox::Fault>();
    ui::Callout::Content content{.tone = ui::Tone::Caution,
                                 .title = title(clockMoved, !faults.isEmpty()),
                                 .body = faults.isEmpty() ? QString() : kindsOf(faults)};
    if (clockMoved)
        content.actions.append({realTimeAction, tr("Back to real time")});
    if (!faults.isEmpty())
        content.actions.append({noFaultsAction, tr("Turn the faults off")});
    // Shown anew, a notice loses the focus and a click that has begun.
    const QString text = content.plainText();
    if (text == m_text)
        return;
    m_text = text;
    if (content.isEmpty())
        m_banners.hide(bannerids::SandboxControls);
    else
        m_banners.show(bannerids::SandboxControls, content);
}

QString SandboxNotices::title(bool clockMoved, bool faultsOn) const
{
    const QString offset = ui::clockOffsetText(m_sandbox.clock().offsetMs());
    if (clockMoved && faultsOn)
        return tr("The sandbox's clock stands %1, and faults are on.").arg(offset);
    if (clockMoved)
        return tr("The sandbox's clock stands %1.").arg(offset);
    return faultsOn ? tr("Faults are on in the sandbox.") : QString();
}

} // namespace poolscope
