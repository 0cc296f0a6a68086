#pragma once

#include "core/error.h"

#include <QObject>
#include <QPointer>

namespace poolscope::auth {
class SessionRenewal;
}
namespace poolscope::ui {
class MainWindow;
}

namespace poolscope {

// Lets the open connection refresh its session's tokens while the window is shown, and says in a banner when that fails.
class RenewalWatch final : public QObject
{
    Q_OBJECT

public:
    explicit RenewalWatch(ui::MainWindow &window, QObject *parent = nullptr);

    void watch(auth::SessionRenewal &renewal); // in place of the one before

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellWhetherShown();
    void showFailure(const QString &displayName, const Error &error, bool retries);

    ui::MainWindow &m_window;
    QPointer<auth::SessionRenewal> m_renewal;
};

} // namespace poolscope
