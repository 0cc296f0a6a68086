#pragma once

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

class Callout;
class Chip;
class ElidedLabel;

// What testers turn: the sandbox's clock, and what goes wrong on demand; each with the one click back.
class ControlsCard final : public QWidget
{
    Q_OBJECT

public:
    // The sandbox outlives the card.
    explicit ControlsCard(sandbox::Sandbox &sandbox, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        Chip *chip;
        ElidedLabel *text;
        QList<QPushButton *> buttons;
        QBoxLayout *layout = nullptr; // text and buttons; beside each other where there is room
    };

    void buildLayout();
    Row buildClock();
    Row buildFaults();
    void layOut(Row &row);
    void arrange();
    bool fits(const Row &row) const;
    QMenu *buildClockMenu();
    void advance(qint64 byMs);
    void backToRealTime();
    void turnFaultsOff();
    void showClock();
    void showFaults();

    sandbox::Sandbox &m_sandbox;
    QTimer m_ticker;
    QList<Row> m_rows;
    QLabel *m_widerTitle = nullptr;
    Chip *m_moved = nullptr;
    ElidedLabel *m_time = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_back = nullptr;
    Chip *m_faultsOn = nullptr;
    ElidedLabel *m_faults = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_off = nullptr;
    Callout *m_callout = nullptr;
};

} // namespace poolscope::ui
