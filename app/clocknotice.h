#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>

namespace poolscope::transport {
class ServerClock;
}
namespace poolscope::ui {
class Banners;
}

namespace poolscope {

// The notice above every page while this computer's clock is so far from the service's that what others sign on it would
// be refused. Requests and tokens of this program go by the service's time.
class ClockNotice final : public QObject
{
    Q_OBJECT

public:
    explicit ClockNotice(ui::Banners &banners, QObject *parent = nullptr); // which outlive this

    // The open connection's, in place of the one before. What answers on this computer goes by this computer's clock, unless
    // somebody moved its own on purpose: of that nothing is said.
    void watch(const transport::ServerClock &clock, const QUrl &endpoint);
    void watchNothing();

private:
    void show();

    ui::Banners &m_banners;
    QPointer<const transport::ServerClock> m_clock;
    QString m_shown; // what the notice says; empty: there is none
};

} // namespace poolscope
