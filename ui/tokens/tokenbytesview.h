#pragma once

#include "tokens/jwt.h"

#include <QWidget>

class QLabel;

namespace poolscope::ui {

class LinkButton;
class MonoTextView;
class SecretClipboard;

// The token as it travels, its three parts in their colours.
class TokenBytesView final : public QWidget
{
    Q_OBJECT

public:
    // The clipboard outlives the view.
    explicit TokenBytesView(SecretClipboard &clipboard, QWidget *parent = nullptr);

    void setToken(const tokens::Jwt &jwt);

private:
    QString m_text;
    QLabel *m_summary;
    LinkButton *m_copy;
    MonoTextView *m_view;
};

} // namespace poolscope::ui
