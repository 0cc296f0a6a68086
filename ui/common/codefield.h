#pragma once

#include <QLineEdit>

namespace poolscope::ui {

// For a code read from a mail or an app: monospaced and widely spaced. Takes whatever is pasted or typed around it: blanks,
// dashes, full-width digits, or the whole sentence of the mail.
class CodeField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeField(QWidget *parent = nullptr);

    int length() const { return m_length; }
    void setLength(int characters); // usually 6; 0: any length
    QString code() const { return text(); }
    void setCode(const QString &code) { setText(cleaned(code, m_length)); }

    // Pure: the code in `text`.
    static QString cleaned(const QString &text, int length);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    // The last character was typed or a whole code pasted.
    void completed(const QString &code);

private:
    void clean(const QString &text);
    void updateFont();

    int m_length = 6;
};

} // namespace poolscope::ui
