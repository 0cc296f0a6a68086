#pragma once

#include <QWidget>

#include <vector>

namespace poolscope::ui {

// A QR code, black on white in either theme, because readers want it so.
class QrCodeView final : public QWidget
{
    Q_OBJECT

public:
    explicit QrCodeView(QWidget *parent = nullptr);

    void setText(const QString &text); // too long for a QR code: nothing is drawn
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<bool> m_modules; // row by row
    int m_side = 0;
};

} // namespace poolscope::ui
