#pragma once

#include "profiles/connection.h"

#include <QObject>
#include <QPointer>
#include <QString>

namespace poolscope::transport {
class ServerClock;
}
namespace poolscope::ui {
class Banners;
}

namespace poolscope {

// The notice above every page while this computer's clock is so far from the service's that what others sign on it is, or
// soon would be, refused. Requests and tokens of this program go by the service's time.
class ClockNotice final : public QObject
{
    Q_OBJECT

public:
    explicit ClockNotice(ui::Banners &banners, QObject *parent = nullptr); // which outlive this

    // The open connection's, in place of the one before. Only of AWS is it known that its clock is right: that of an
    // emulator may have been moved on purpose.
    void watch(const transport::ServerClock &clock, profiles::Connection::Kind kind);
    void watchNothing();

private:
    void show();

    ui::Banners &m_banners;
    QPointer<const transport::ServerClock> m_clock;
    QString m_shown; // what the notice says; empty: there is none
};

} // namespace poolscope
