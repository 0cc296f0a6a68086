#pragma once

#include <QPlainTextEdit>

namespace poolscope::ui {

// A field for words or a pasted text of several lines, of which it takes no more than is looked through. Tab leaves it.
class PasteField final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PasteField(QWidget *parent = nullptr);

protected:
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace poolscope::ui
