#pragma once

#include <QWidget>

class QToolButton;

namespace poolscope::ui {

class ElidedLabel;
class SecretClipboard;

// An id in monospace, elided in the middle, with a button that copies the whole of it.
class CopyableId final : public QWidget
{
    Q_OBJECT

public:
    // what: the noun for the button's name, such as "request id".
    explicit CopyableId(const QString &what, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    // For what is secret, such as the key of an authenticator: copied there. Outlives this.
    void setSecretClipboard(SecretClipboard *clipboard) { m_secrets = clipboard; }

signals:
    void copied();

private:
    QString m_text;
    ElidedLabel *m_label;
    QToolButton *m_button;
    SecretClipboard *m_secrets = nullptr;
};

// "a71e…0d" for tables and muted lines; texts of at most 9 characters stay whole.
QString shortId(const QString &id);

void copyText(const QString &text);

} // namespace poolscope::ui
