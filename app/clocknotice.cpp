#include "app/clocknotice.h"

#include "app/bannerids.h"
#include "transport/serverclock.h"
#include "ui/sandbox/controltexts.h"
#include "ui/shell/banners.h"

namespace poolscope {

namespace {

constexpr qint64 minuteMs = 60'000;
// The service refuses signatures whose date is more than five minutes off: a minute before that, people can still act.
constexpr qint64 toleratedMs = 4 * minuteMs;

} // namespace

ClockNotice::ClockNotice(ui::Banners &banners, QObject *parent)
    : QObject(parent)
    , m_banners(banners)
{
}

void ClockNotice::watch(const transport::ServerClock &clock, profiles::Connection::Kind kind)
{
    if (m_clock == &clock)
        return;
    watchNothing();
    if (kind != profiles::Connection::Kind::Aws)
        return;
    m_clock = &clock;
    connect(&clock, &transport::ServerClock::jumped, this, &ClockNotice::show);
    show();
}

void ClockNotice::watchNothing()
{
    if (m_clock)
        m_clock->disconnect(this);
    m_clock.clear();
    show();
}

void ClockNotice::show()
{
    const qint64 offsetMs = m_clock ? m_clock->offsetMs() : 0;
    // To the minute, and only news: closed, it comes again when the clocks are apart in another way.
    const qint64 aheadMs = qRound64(double(-offsetMs) / minuteMs) * minuteMs;
    const QString offset = qAbs(offsetMs) > toleratedMs ? ui::clockOffsetText(aheadMs) : QString();
    if (offset == m_shown)
        return;
    m_shown = offset;
    if (offset.isEmpty()) {
        m_banners.hide(bannerids::Clock);
        return;
    }
    m_banners.show(bannerids::Clock,
                   {.tone = ui::Tone::Caution,
                    .title = tr("This computer's clock stands %1.").arg(offset),
                    .body = tr("The server's answers tell so. Here, requests are signed and tokens judged "
                               "by the server's time; other programs on this computer may be refused."),
                    .whatToDo = tr("Set the computer's clock."),
                    .canBeClosed = true});
}

} // namespace poolscope
