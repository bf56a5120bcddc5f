namespace Search.Engine;

/// <summary>
/// Words which passages are full, the most frequent first, as counted in public legal texts. They only decide how
/// many bytes a word takes in a stored text; what is found does not depend on them. A change makes another
/// <see cref="SyllableCode.Fingerprint"/>, indexes are rebuilt.
/// </summary>
internal static class CommonWords
{
    /// <summary>The words one byte.</summary>
    public static readonly string[] Frequent = (
        "định và của quy các có công thông theo số cơ được quan điều hợp chức tư thực hành về cấp hiện lý bộ tại trong " +
        "với tổ động luật vụ nhân nước việc người pháp bảo này dụng chính tài 1 quản hoặc trường đối nghị nhiệm sản " +
        "nghiệp 2 cho trình sở quyết nhà không quyền ngày bản kiểm khoản nhận dân hội hàng báo từ án ban đồng thời quốc " +
        "doanh phải hoạt gia thành năm sử tra viên để 3 chứng chi giao giá thẩm a liên b học đơn là tin văn sự dự ký bị " +
        "thuộc trách an sau sơ kinh thi phòng vị hạn phương liệu chủ xuất đầu kết hồ giấy thu lập dịch cáo khi tế làm " +
        "địa một điện việt nam phạm nội đến toán phát phí trên điểm đề xã tháng chỉ độ tt khác thủ vi tiếp tác cầu " +
        "lượng chế c cá hình trưởng sách 4 xác khai ngân đã do ủy thể trung hiệu thuế chất tiêu đăng lực tiền dẫn giáo " +
        "thống thì chuyển ngoài hóa").Split(' ');

    /// <summary>Abbreviations letters that are no syllables, two bytes.</summary>
    public static readonly string[] Abbreviations = (
        "cp nđ btc qh13 qđ bgtvt ii ttg qh14 ttlt byt bct hiv iii bca bqp bkhcn bnnptnt bgdđt nhnn blđtbxh btnmt iv " +
        "qh12 gen bvhttdl btttt btp aids bnv qh11 qcvn nsnn tcvn gtgt internet kbnn cth mm tandtc bhxh vksndtc cm qh15 " +
        "kh cn bnn casino ubnd ctsh website vn fax cc spqg pl gmp lpg iso nq oda kg asean kv vii nd tp bkhđt km m2 " +
        "tk m3 a1 ppp dnnvv a2 bt bng b2 doping b1 ubtvqh13 cites ubtvqh14 usd gov ubtvqh11 a3 viii bhyt slot " +
        "attp hs ttlnh tpcp ais tb tndn cap đvqhns bxd ubtvqh12 qlcl gnss ubdt a4 atm đh " +
        "ttđb qh10 kwh camera nhtm tc gsp glp hđtp tbt btđt gdqpan email acid nmđhn gdp ct lng ats cđ " +
        "gcnkncm kw đt stt apa gt icao cntt cđn abtc ix tw ttcp qd kt1 tttm gcp karaoke tccs qtkđ đk " +
        "www tsc flegt gacp qncn atfm ubtvqh15 nqnn tctd iec nsđp tabmis cac bot hbqp pdf cmnd vnd hop hd bc " +
        "btg bdn bđntw bđn btgtw vptw ubkttw cv kl qc btv bts mttq tlđ đtn blđ xviii xiii xii xiv").Split(' ');
}
