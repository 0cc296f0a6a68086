#pragma once

#include <QLabel>

namespace poolscope::ui {

class SecretClipboard;

// A label whose text may have a secret in it: what is selected can be copied by its menu and by keyboard, and always as
// a secret.
class SecretLabel final : public QLabel
{
    Q_OBJECT

public:
    // The clipboard outlives the label.
    explicit SecretLabel(SecretClipboard &clipboard, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copySecret();

    SecretClipboard &m_clipboard;
};

} // namespace poolscope::ui
