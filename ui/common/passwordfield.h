#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

class QToolButton;

namespace poolscope::ui {

// A line for a password with a button of its own to show and hide it. What is shown is hidden again after a while.
class PasswordField final : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds shownFor{30};

    explicit PasswordField(QWidget *parent = nullptr);

    bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setRevealed(bool revealed);
    void setShownFor(std::chrono::milliseconds time) { m_shown.setInterval(time); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *m_toggle;
    QTimer m_shown;
};

} // namespace poolscope::ui
