#pragma once

#include "sandbox/message.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace poolscope::ui {

class ElidedLabel;
class LinkButton;
class PrimaryButton;
class SecretClipboard;

// One mail or SMS. Only what still counts can be used; the rest is muted and says why. Takes the width that it is given,
// and fixes the height that its texts need there.
class MessageCard final : public QFrame
{
    Q_OBJECT

public:
    // The clipboard outlives the card.
    explicit MessageCard(SecretClipboard &clipboard, QWidget *parent = nullptr);

    const sandbox::Message &message() const { return m_message; }
    // newest: of those that count, so its button is the filled one. False where nothing changes.
    bool setMessage(const sandbox::Message &message, bool newest);

    // A layout asks the height for a width of all that it holds again and again, and texts take long to answer.
    bool hasHeightForWidth() const override { return false; }

signals:
    void useRequested(const poolscope::sandbox::Message &message);
    void expireRequested(const poolscope::sandbox::Message &message);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildButtons();
    void fitHeight();
    void updateTexts();
    QString firstLine() const;
    QString markedBody() const;

    SecretClipboard &m_clipboard;
    sandbox::Message m_message;
    bool m_isNewest = false;
    ElidedLabel *m_to;
    QLabel *m_subject;
    QLabel *m_purpose;
    QLabel *m_body;
    QWidget *m_buttons;
    PrimaryButton *m_useFilled = nullptr;
    QPushButton *m_usePlain = nullptr;
    QPushButton *m_copy = nullptr; // in place of those, where no form takes the code
    LinkButton *m_expire = nullptr;
    LinkButton *m_try = nullptr; // a code that has expired or was replaced
};

// What the message's code is good for, in a sentence; empty where that is not known (any more).
QString purposeSentence(const sandbox::Message &message);

// "replaced", "used", "expired"; empty while it counts.
QString stateWord(sandbox::Message::State state);

} // namespace poolscope::ui
