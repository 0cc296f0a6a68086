#pragma once

#include "core/error.h"

#include <QObject>
#include <QPointer>

namespace poolscope::auth {
class SessionRenewal;
}
namespace poolscope::ui {
class MainWindow;
class Workspace;
} // namespace poolscope::ui

namespace poolscope {

// Lets the open connection refresh its session's tokens while the window is shown, and says in a banner when that fails,
// as long as that connection is open.
class RenewalWatch final : public QObject
{
    Q_OBJECT

public:
    explicit RenewalWatch(ui::MainWindow &window, QObject *parent = nullptr);

    void watch(auth::SessionRenewal &renewal, ui::Workspace &workspace); // in place of the one before

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellWhetherShown();
    void showFailure(const QString &displayName, const Error &error, bool retries);
    void signInInstead();

    ui::MainWindow &m_window;
    QPointer<auth::SessionRenewal> m_renewal;
    QPointer<ui::Workspace> m_workspace;
    QString m_failed; // whose tokens the banner speaks of
};

} // namespace poolscope
