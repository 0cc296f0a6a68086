#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

class QToolButton;

namespace poolscope::ui {

class SecretClipboard;

// A line for a password with a button of its own to show and hide it. What is shown is hidden again after a while. It
// is copied as a secret, or not at all: neither while it is hidden, nor by marking it (X11), nor without a clipboard
// for secrets.
class PasswordField final : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds shownFor{30};

    explicit PasswordField(QWidget *parent = nullptr);

    bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setRevealed(bool revealed);
    void setSecretClipboard(SecretClipboard *clipboard) { m_clipboard = clipboard; } // outlives the field
    void setShownFor(std::chrono::milliseconds time) { m_shown.setInterval(time); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copySecret();
    void cutSecret();

    QToolButton *m_toggle;
    SecretClipboard *m_clipboard = nullptr;
    QTimer m_shown;
};

} // namespace poolscope::ui
