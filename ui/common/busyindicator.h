#pragma once

#include <QBasicTimer>
#include <QWidget>

class QPushButton;

namespace poolscope::ui {

// A small turning arc with words. Shows itself only after 300 ms, so that quick answers do not flicker; stands still where
// the system wants no motion. Takes its room always, so that nothing jumps.
class BusyIndicator final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyIndicator(QWidget *parent = nullptr);

    bool isBusy() const { return m_busy; }
    void start(const QString &text = {});
    void stop();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QString m_text;
    QBasicTimer m_timer;
    int m_angle = 0;
    bool m_busy = false;
    bool m_visible = false;
};

} // namespace poolscope::ui
