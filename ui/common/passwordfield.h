#pragma once

#include <QLineEdit>

class QToolButton;

namespace poolscope::ui {

// A line for a password with a button of its own to show and hide it. Hidden again when the window loses focus
// is not done: a tester compares what was typed with what stands elsewhere.
class PasswordField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

    bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setRevealed(bool revealed);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *m_toggle;
};

} // namespace poolscope::ui
